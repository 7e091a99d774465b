SELECT 'a;'
'b;'
  'c;'; SELECT E'a\';'
'\';'; SELECT 'x' /* ; */; SELECT 1;