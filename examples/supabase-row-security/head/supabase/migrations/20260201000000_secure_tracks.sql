alter table tracks enable row level security;

create policy "Everyone reads tracks" on tracks for select using (true);
