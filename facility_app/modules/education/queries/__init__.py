"""Reading classes, lessons, marks, results and counselling."""
