"""What other slices may ask: raise and settle tasks, and answer the home page's question for figures."""

from facility_app.modules.tasks.domain import FigureTone as FigureTone
from facility_app.modules.tasks.domain import HomeFigure as HomeFigure
from facility_app.modules.tasks.domain import HomeFigures as HomeFigures
from facility_app.modules.tasks.domain import RaiseTask as RaiseTask
from facility_app.modules.tasks.domain import SettleTasks as SettleTasks
from facility_app.modules.tasks.queries import OpenWork as OpenWork
from facility_app.modules.tasks.queries import list_open_subjects as list_open_subjects
from facility_app.modules.tasks.queries import list_open_work as list_open_work
from facility_app.modules.tasks.service import ForgetTasks as ForgetTasks
from facility_app.modules.tasks.service import OweTasks as OweTasks
from facility_app.modules.tasks.service import Raised as Raised
from facility_app.modules.tasks.service import forget_tasks as forget_tasks
from facility_app.modules.tasks.service import owe_tasks as owe_tasks
from facility_app.modules.tasks.service import raise_first_tasks as raise_first_tasks
from facility_app.modules.tasks.service import raise_task as raise_task
from facility_app.modules.tasks.service import settle_tasks as settle_tasks
