using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Catalog.Migrations
{
    /// <inheritdoc />
    public partial class IndexTitlesOfTracks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Tracks_Title",
                table: "Tracks",
                column: "Title");

            migrationBuilder.Sql(
                @"CREATE INDEX CONCURRENTLY ""IX_Tracks_Slug"" ON ""Tracks"" (""Slug"")",
                suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tracks_Slug",
                table: "Tracks");

            migrationBuilder.DropIndex(
                name: "IX_Tracks_Title",
                table: "Tracks");
        }
    }
}
