INSERT INTO t VALUES ('a;b'); INSERT INTO t VALUES ('it''s; here', '--', '/*'); INSERT INTO t VALUES (''';''');
INSERT INTO t VALUES ('
;
'); INSERT INTO t VALUES ('\'); SELECT 1;