-- Größe; 名前 😀
ALTER TABLE größe ADD 名前 text DEFAULT '😀;'; /* 😀 ; */ COMMENT ON TABLE größe IS 'ü😀ü'; SELECT '😀' AS "😀", 😀_x FROM é; SELECT 1;