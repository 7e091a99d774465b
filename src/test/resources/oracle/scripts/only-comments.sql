-- nothing;
/* at all; */
