DROP FUNCTION public.demo_number(text, integer);
DROP FUNCTION public.demo_uuid(text);
DROP FUNCTION public.demo_hash(text);
ANALYZE;
