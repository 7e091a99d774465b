{imports}from ...transformations import DataTransformation


class Command(DataTransformation):
    help = {help}
    table = {table}
    key = {key}
[[    where = {where}
]][[    copy = {copy}
]]
    def compute(self, row):
{compute}
