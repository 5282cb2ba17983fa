-- CTS-01. Does the database answer a reader through its pooler?
SELECT 1
