from ...transformations import DataTransformation


class Command(DataTransformation):
    help = {help}
    table = {table}
    key = {key}
[[    change = {change}
]][[    where = {where}
]][[    pending = {pending}
]][[    copy = {copy}
]]
