-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION a() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1;
END;
$$;
-- +goose StatementEnd
ALTER TABLE a ADD b int;

-- +goose Down
ALTER TABLE a DROP b;
DROP FUNCTION a();
