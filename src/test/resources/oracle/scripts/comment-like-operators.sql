SELECT 1 - -1; SELECT 2 --1
; SELECT 3 -/* ; */- 4; SELECT 5 */* ; */ 6; SELECT a #>> '{b}' -- ;
; SELECT @ -7;