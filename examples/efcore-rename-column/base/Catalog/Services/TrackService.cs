using System.Collections.Generic;
using System.Linq;

namespace Catalog.Services
{
    public class TrackService
    {
        private readonly CatalogContext _context;

        public TrackService(CatalogContext context) => _context = context;

        public List<Track> Longest() =>
            _context.Tracks.OrderByDescending(track => track.LengthMs).Take(10).ToList();

        public void Add(string title)
        {
            _context.Tracks.Add(new Track { Title = title });
            _context.SaveChanges();
        }
    }
}
