"""Papers of vocational courses: plain values made from rows; nothing is set or rendered here."""
