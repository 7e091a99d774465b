SELECT '𝄞;𝄞'; /* 𝄞 */ SELECT $𝄞$;$𝄞$; SELECT 𝄞 FROM "𝄞;"; -- 𝄞
SELECT 1