-- VOU-03. When did the listener last save a block? Measured as an age. That it saves it in this table, and the
-- names in it, are our assumption.
SELECT max("updatedAt")
  FROM public.listener_state
