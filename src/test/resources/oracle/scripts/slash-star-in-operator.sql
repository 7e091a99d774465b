SELECT 1 +/* ; */2; SELECT 3 <-- ;
 4; SELECT '/*'; SELECT '*/'; SELECT "/*" FROM t; SELECT 5;