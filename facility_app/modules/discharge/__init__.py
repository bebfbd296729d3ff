"""Release: the runway to the day of leaving, the notice, the certificate, after-care, and the handover packet.

Liberty first: from the day of leaving nothing open keeps anybody in; what is missing follows as work.
"""
