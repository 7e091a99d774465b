-- first
SELECT 1; -- second ; with semicolons ;;
/* third;
; */
-- fourth
SELECT 2;
-- the end;