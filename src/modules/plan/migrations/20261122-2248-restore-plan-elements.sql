-- What was retired from the plan can come back within the term to undo. The day it left stays, so that a date in between still answers that it was out.
alter table plan.nodes add column restored_entry uuid, add column was_retired_on date;
alter table plan.indicators add column restored_entry uuid, add column was_retired_on date;
