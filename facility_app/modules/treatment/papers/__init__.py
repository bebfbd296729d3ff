"""Papers of a medical record: treatment sheet, vitals chart, results, referral, summary; HIV on an annex apart."""
