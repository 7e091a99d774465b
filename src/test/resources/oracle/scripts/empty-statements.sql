;;
 ; ALTER TABLE a ADD b int;;; -- c
;/* ; */;DROP TABLE c;
;
