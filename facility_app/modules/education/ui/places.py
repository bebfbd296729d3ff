"""Where the screens of education are."""

from typing import Final

CLASSES: Final = "education.classes"
CLASS: Final = "education.class"
JOIN: Final = "education.join"
PROGRAMMES: Final = "education.programmes"
SHEETS: Final = "education.sheets"
SHEET: Final = "education.sheet"
COUNSELLING: Final = "education.counselling"
RESULTS: Final = "education.results"
SHARES: Final = "education.shares"
IMPORT_WEEK: Final = "education.import_week"
IMPORT_MONTH: Final = "education.import_month"
PERSON: Final = "residents.person"
TAB: Final = "education.person"
CLASS_TABLES: Final = frozenset({"school_class", "class_member", "class_hour", "class_session", "attendance"})
PROGRAMME_TABLES: Final = frozenset({"programme", "programme_topic"})
COUNSELLING_TABLES: Final = frozenset({"counselling", "counselling_person"})
RESULT_TABLES: Final = frozenset({"class_result", "school_report", "class_member", "stay"})
