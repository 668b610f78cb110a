"""What `./bot publish` is made of: releases, the live one, and what changes for patients.

A release is the whole bot as it was tested: its model and everything that the running bot reads beside it, copied
into models/<hash>/. Most of what a patient meets is not in the model: the clinical tables, the lexicon, the reasons
and the page's words are read from files when the bot starts, by two processes, and some again while it runs. A bot
that ran in the folder where staff edit would mix the model of yesterday with the half-edited tables of today. So
`./bot serve` runs the code and the files of a release, from the release's own folder, and nothing that is edited
reaches a patient before it is published. There is one exception, wanted: the clinic's own file (clinic.yml), for new
hours and a new phone number must hold at once.

For the same reason the running bot takes a release as a new process and not as a new model in the old one: the tables
are kept in memory by the process, an engineer's fix of the code comes along, and no patient waits while a model loads.
"""
