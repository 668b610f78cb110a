"""How patients put the flags that raise a level, the signs and the cautions.

Each table maps a sign to wordings by the state that they must bring: PRESENT, UNSURE (one
question), DENIED, or None, a look-alike in which the sign must not be found at all.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from triage.red_flags import DENIED, PRESENT, UNSURE, Lexicon, load_lexicon

FOLDER = Path(__file__).parents[2] / "clinical" / "lexicon"
FILES = (
    "infection",
    "cancer_and_bone",
    "blood",
    "belly_and_pregnancy",
    "skin",
    "child",
    "signs",
    "cautions",
)

Table = dict[str, dict[str | None, list[str]]]

FLAGS: Table = {
    "fever": {
        PRESENT: [
            "my back locked up and I have a fever",
            "ive been burning up since last night",
            "got the chills and my back is killing me",
            "temp of 101.3 and my lower back hurts",
            "running a temperature of 38.5",
            "my temperature is 102",
            "I'm shivering and sweating and my back aches",
            "thermometer says 100.4",
            "feverish all day, back in spasm",
            "no numbness but I do have a fever",
            "bit of a temperature since yesterday, love",
            "39 degrees this morning",
            "hot and cold all night long with this back",
            "my husband has a fever and his back hurts",
            "38C and my back is stiff",
            "teeth are chattering and my back is stiff",
        ],
        UNSURE: [
            "I had a fever last month",
            "maybe a fever, not sure",
            "my temp is 99.8",
            "drenched in sweat every night",
            "feels like the flu plus my back",
            "I had a fever two weeks ago but it went away",
            "the fever broke on its own",
        ],
        DENIED: [
            "no fever",
            "I don't have a fever or chills",
            "my temperature is normal",
            "temp is 98.6",
            "never had a fever with this",
            "no fever, chills or anything",
        ],
        None: [
            "my back is hot from the heat pad",
            "the heating pad makes me hot",
            "I get hay fever in spring",
            "cabin fever from lying here all week",
            "it sends chills down my spine when I twist",
            "my kid has a fever and I hurt my back carrying him",
            "should I worry about a fever?",
            "what temperature should the heat pad be",
            "sweating all day in the garden",
            "I've been alternating hot and cold packs",
            "my back muscles are burning after the gym",
            "shivering from the ice pack",
        ],
    },
    "infection_risk": {
        PRESENT: [
            "I'm on chemo right now",
            "I have HIV",
            "on prednisone for my lupus",
            "I take prednisone every day",
            "had a kidney transplant in 2015",
            "kidney transplant five years ago",
            "I shoot up heroin",
            "I inject drugs sometimes",
            "iv drug user here",
            "dialysis three times a week",
            "my immune system is really weak",
            "I'm immunocompromised",
            "taking methotrexate for arthritis",
            "weak immune system and a bad back",
            "I had my spleen removed",
            "been on steroids for years",
        ],
        UNSURE: [
            "I finished chemo last year",
            "a short course of prednisone",
            "they gave me a medrol dose pack",
            "I used to shoot up",
        ],
        DENIED: [
            "I'm not on chemo",
            "HIV negative",
            "never injected drugs",
            "my immune system is fine",
        ],
        None: [
            "pain shoots up my back",
            "I got a cortisone shot in my knee",
            "I inject insulin every morning",
            "do you sell hearing aids",
            "my dog is on prednisone",
            "I had a hair transplant",
            "my wife is on chemo and my back hurts from lifting her",
            "steroid cream for my eczema",
        ],
    },
    "recent_spine_procedure": {
        PRESENT: [
            "I had back surgery two weeks ago",
            "just had a spinal injection",
            "had an epidural last week",
            "epidural on tuesday and now my back is in spasm",
            "3 weeks after spinal fusion",
            "last friday I had a cortisone shot in my back",
            "recovering from a microdiscectomy",
            "recent spine surgery",
            "laminectomy 10 days ago",
            "I'm 2 weeks post op from a discectomy",
            "got injections in my lower back a few days ago",
        ],
        UNSURE: [
            "I had back surgery",
            "had an operation on my spine",
            "I've had epidurals before",
        ],
        DENIED: [
            "no back surgery or injections",
            "I never had a back operation",
            "no recent procedure, no epidural",
        ],
        None: [
            "I had an epidural 12 years ago",
            "back surgery in 2012",
            "had an epidural years ago when my daughter was born",
            "my doctor recommended back surgery",
            "I'm scheduled for a spinal fusion next month",
            "I don't want to need back surgery",
            "my mom had back surgery last week and now my back hurts",
            "do you do spinal injections",
            "had back surgery 6 months ago",
            "got my flu shot yesterday",
        ],
    },
    "cancer_history": {
        PRESENT: [
            "I had breast cancer",
            "prostate cancer ten years ago",
            "I'm a cancer survivor",
            "I beat lymphoma in 2010",
            "my back hurts and I have stage 4 lung cancer",
            "diagnosed with melanoma last month",
            "had a mastectomy",
            "I've got a history of cancer",
            "worried because I had breast cancer",
            "cancer and blood thinners",
            "five years cancer free",
            "the tumor was removed in 2019",
        ],
        UNSURE: ["I'm in remission", "had a basal cell taken off my nose"],
        DENIED: [
            "no cancer",
            "never had cancer",
            "I don't have cancer",
            "no history of cancer",
        ],
        None: [
            "is it cancer?",
            "I'm scared it's cancer",
            "could this be cancer",
            "do I have cancer",
            "my mom died of cancer",
            "cancer runs in my family",
            "family history of breast cancer",
            "they ruled out cancer",
            "it was a benign tumor",
            "I work at a cancer hospital",
            "what if it's cancer",
            "I think I have cancer",
            "both my parents had cancer",
        ],
    },
    "weight_loss": {
        PRESENT: [
            "I've been losing weight without trying",
            "lost 20 pounds and I don't know why",
            "I lost a lot of weight",
            "dropped 15 lbs in two months",
            "the weight is just falling off me",
            "my clothes are all loose",
            "unexplained weight loss",
            "I'm wasting away",
            "she lost two stone",
            "losing weight but I'm not dieting",
            "lost 10 kilos and not on a diet",
        ],
        UNSURE: ["I've lost my appetite", "I might have lost some weight"],
        DENIED: [
            "I haven't lost any weight",
            "no weight loss",
            "my weight is stable",
            "not losing weight",
        ],
        None: [
            "I'm trying to lose weight",
            "lost 20 pounds on keto",
            "I lost weight on purpose",
            "I've been on a diet and lost 10 pounds",
            "I need to lose weight for my back",
            "would losing weight help my back if I lose 20 pounds?",
            "I dropped a weight on my foot",
            "had weight loss surgery",
            "lost 30 pounds with exercise",
            "I lost my balance lifting weights",
        ],
    },
    "night_pain": {
        PRESENT: [
            "the pain wakes me every night",
            "it wakes me up at night",
            "never eases in any position",
            "no position makes it better",
            "it's always worse at night",
            "constant pain day and night",
            "it hurts even when I'm lying still",
            "no matter how I lie it hurts",
            "every night I wake up with this pain",
            "the pain never lets up",
            "pain at night, same spot, for a month",
        ],
        UNSURE: ["it woke me up last night", "keeps me up all night"],
        DENIED: [
            "I sleep fine",
            "it doesn't wake me at night",
            "it eases when I lie down",
            "lying on my side helps",
        ],
        None: [
            "wakes me when I roll over",
            "it wakes me up at night if I turn over",
            "I work the night shift and my back hurts",
            "I threw my back out last night",
            "my back hurts every morning",
            "I hurt my back last night",
        ],
    },
    "fragile_bones": {
        PRESENT: [
            "I have osteoporosis",
            "my bones are thin",
            "brittle bones and I slipped",
            "doctor says I have low bone density",
            "diagnosed with osteopenia ten years ago",
            "been on prednisone for years",
            "I take Fosamax",
            "I had a compression fracture last year",
            "weak bones run.. I mean I have weak bones",
        ],
        DENIED: ["no osteoporosis", "my bones are fine", "I don't have brittle bones"],
        None: [
            "I have osteoarthritis",
            "my mother has osteoporosis and my back hurts",
            "how do I prevent osteoporosis",
            "I have strong muscles",
            "osteoporosis runs in my family",
            "steroid cream for years",
        ],
    },
    "blood_thinner": {
        PRESENT: [
            "I'm on Eliquis",
            "I take warfarin for afib",
            "xarelto 20 daily",
            "on blood thinners since my stent",
            "taking a blood thinner",
            "I have pills that thin my blood",
            "been on coumadin for years",
            "he takes eliquis and fell",
            "plavix after my heart attack",
            "started eliquis last month",
            "my dad is on warfarin and his back hurts",
            "I'm on aspirin and also warfarin",
        ],
        UNSURE: [
            "I used to take warfarin",
            "stopped my eliquis last week",
            "can I take ibuprofen if I'm on warfarin?",
        ],
        DENIED: [
            "no blood thinners",
            "I'm not on any blood thinner",
            "I only take aspirin",
            "just a baby aspirin",
        ],
        None: [
            "I take aspirin",
            "is ibuprofen a blood thinner?",
            "my wife is on warfarin, my back is fine otherwise",
            "took two aspirin this morning",
            "should I take a blood thinner",
            "cleaning brushes with paint thinner",
        ],
    },
    "clot_signs": {
        PRESENT: [
            "one calf is swollen and hot",
            "my left calf is swollen",
            "swollen calf and back pain",
            "my calf is red and warm",
            "my right leg is swollen",
            "there's swelling in my calf",
            "I think I have a DVT",
            "blood clot in my leg",
            "my leg is really swollen up",
            "one leg is bigger than the other",
        ],
        UNSURE: ["I had a blood clot before", "my ankles are swollen"],
        DENIED: ["no swelling in my calf", "my calf isn't swollen", "no clots in my legs"],
        None: [
            "cramps in both calves",
            "my calf cramped up",
            "tight calf muscles",
            "my back is swollen",
            "both ankles swell in summer and my calves cramp",
            "my calf is hot from the heating pad",
            "I take a pill to prevent a clot",
            "calf pain after running",
        ],
    },
    "kidney_signs": {
        PRESENT: [
            "it burns when I pee",
            "burning pee and back pain",
            "there's blood in my urine",
            "I'm peeing blood",
            "my pee is pink",
            "side pain that comes in waves",
            "I think it's a kidney stone",
            "I have a UTI",
            "I have a kidney infection",
            "pain from my flank down to my groin",
            "hurts to pee",
            "stings when I urinate",
            "cloudy pee and a sore back",
        ],
        UNSURE: ["my kidneys hurt", "I had a UTI last month", "my pee is dark"],
        DENIED: ["no burning when I pee", "no blood in my pee", "my urine is clear"],
        None: [
            "I've been peeing a lot",
            "it hurts to get up to pee",
            "my back spasms come in waves",
            "I had kidney stones years ago",
            "could it be a kidney stone?",
            
            "my back hurts when I stand up to pee",
            "kidney beans for dinner",
            "burning pain down my leg",
            "drinking lots of water so I pee all the time",
        ],
    },
    "pregnancy": {
        PRESENT: [
            "I'm pregnant",
            "34 weeks pregnant and my back seized up",
            "I'm 28 weeks",
            "I'm expecting a baby in may",
            "my water broke",
            "third trimester back spasm",
            "6 months pregnant",
            "five months along",
            "I'm preggers",
            "I'm having contractions",
            "my due date is next week",
            "my wife is 30 weeks pregnant and can't stand up, her back locked",
            "I'm pregnant and had back pain last year too",
            "we are expecting our first",
        ],
        UNSURE: [
            "I might be pregnant",
            "my period is late",
            "is it ok to use heat if I'm pregnant?",
            "I could be pregnant",
        ],
        DENIED: ["I'm not pregnant", "pregnancy test was negative", "no pregnancy"],
        None: [
            "my wife is pregnant and I hurt my back lifting her",
            "my wife is pregnant. my back locked up",
            "back pain since I was pregnant",
            "when I was pregnant my back hurt too",
            "I was expecting a call from you",
            "I'm 6 weeks post op from my knee",
            "my back muscle contractions are bad",
            "it's been 6 weeks now",
            "I didn't expect this pain",
            "my sister is pregnant, but it is my back that hurts",
        ],
    },
    "shingles_rash": {
        PRESENT: [
            "I have shingles",
            "blisters in a stripe on my back",
            "a band of blisters around my side",
            "painful rash on one side",
            "there's a blistering rash on my ribs",
            "rash with little blisters",
            "blisters on my back and it burns",
        ],
        UNSURE: ["I have a rash on my back", "rash around my waist"],
        DENIED: ["no rash or blisters on my back", "I don't have a rash with blisters"],
        None: [
            "I have a heat rash",
            "blister from the heating pad on my back",
            "burned my back on the pad and it blistered",
            "I was carrying shingles up to the roof",
            "got my shingles vaccine last week",
            "blisters on my feet from hiking",
            "I had shingles ten years ago",
            "roofing shingles are heavy",
        ],
    },
    "child": {
        PRESENT: [
            "my 9-year-old hurt his back",
            "I'm 15",
            "I'm 15 and my back hurts",
            "my kid threw his back out",
            "i'm in 8th grade",
            "im fifteen years old",
            "my daughter is 12 and her back hurts",
            "16 year old boy with a back spasm",
            "she's only 7",
            "I'm a teenager",
            "I'm under 18",
            "my fourteen year old can't stand up straight",
            "he is in high school",
            "my son is 10 years old",
            "I just turned 17",
            "asking for my kid",
            "as a 16 year old can I do these",
            "I'm a sophomore in high school",
            "my 13yo pulled something in gymnastics",
            "my child has back pain",
            "age 14",
        ],
        DENIED: ["I'm over 18", "I'm not a teenager"],
        None: [
            "my son is 30",
            "since I was 15",
            "child birth was hard",
            "I'm 45",
            "I'm 15 weeks pregnant",
            "I'm 17 minutes away",
            "picking up my 3 year old",
            "I threw my back out lifting my 2-year-old",
            "my mattress is 10 years old",
            "I've had this since high school",
            "I teach 8th grade",
            "I'm 5 foot 6",
            "I'm at an 8 out of 10",
            "I'm 10 pounds overweight",
            "my kid jumped on my back",
            "I have a 9 year old so I can't rest",
            "when I was a kid I fell",
            "I'm 12 days in",
            "my 15 year old back injury",
            "carrying my kid up the stairs",
            "I'm one of those people who sit all day",
            "my daughter is 25 and hurt her back",
            "almost 18 months ago",
        ],
    },
}

SIGNS: Table = {
    "belly_pain": {
        PRESENT: [
            "my stomach hurts too",
            "belly pain and back pain",
            "pain in my abdomen",
            "bad stomach ache with it",
            "back and belly pain",
            "sore tummy",
        ],
        DENIED: ["no belly pain", "my stomach is fine", "no stomach pain"],
        None: [
            "it hurts when I lie on my stomach",
            "I sleep on my stomach",
            "weak stomach muscles",
            "pills upset my stomach",
        ],
    },
    "vomiting": {
        PRESENT: [
            "I keep throwing up",
            "vomiting since this morning",
            "I threw up twice",
            "can't keep anything down",
            "puking from the pain",
        ],
        DENIED: ["no vomiting", "I'm not throwing up"],
        None: ["I threw up my hands", "feel like throwing up", "I threw my back out"],
    },
    "stiff_neck": {
        PRESENT: ["stiff neck and a fever", "my neck is stiff", "can't bend my neck"],
        DENIED: ["no stiff neck", "neck is fine"],
        None: ["my back is stiff", "stiff back"],
    },
    "confusion": {
        PRESENT: [
            "she seems confused",
            "my dad is confused and has a fever",
            "I feel disoriented",
            "he isn't making any sense",
        ],
        DENIED: ["not confused", "she isn't confused"],
        None: [
            "I'm confused about the ice",
            "this question is confusing",
            "confused whether to use heat",
        ],
    },
    "pregnancy_emergency": {
        PRESENT: [
            "I'm having contractions",
            "my water broke",
            "I'm bleeding",
            "some spotting since this morning",
            "the baby isn't moving",
            "baby stopped moving",
            "I'm leaking fluid",
            "haven't felt the baby move today",
            "I can't feel the baby moving",
            "blood when i wipe",
        ],
        DENIED: ["no bleeding", "no contractions", "no bleeding or leaking fluid"],
        None: [
            "my gums are bleeding",
            "muscle contractions in my back",
            "the baby is moving fine",
            "my back muscles keep contracting",
        ],
    },
    "heavy_bleeding": {
        PRESENT: [
            "I'm bleeding a lot",
            "heavy bleeding",
            "soaked through a pad in an hour",
            "the bleeding won't stop",
        ],
        DENIED: ["no heavy bleeding"],
        None: ["a lot of blood work", "soaked with sweat", "a little spotting"],
    },
    "minor_fall": {
        PRESENT: [
            "I slipped on the ice",
            "tripped over the dog",
            "fell off a chair",
            "I fell on the stairs",
            "landed on my butt",
            "I had a little fall",
            "slipped in the shower yesterday",
            "fell last week and my back is sore",
            "missed a step and fell",
            "took a tumble in the garden",
            "my mom fell in the kitchen",
        ],
        DENIED: ["I didn't fall", "no falls", "did not slip or fall"],
        None: [
            "fell off a ladder",
            "I fell asleep on the couch",
            "slipped disc",
            "my foot fell asleep",
            "I almost fell",
            "fell from the roof",
            "it slipped my mind",
            "it started in the fall",
            "long road trip",
            "fell off my horse",
        ],
    },
    "strain": {
        PRESENT: [
            "I lifted a heavy box",
            "I was lifting weights",
            "twisted my back getting out of the car",
            "pulled a muscle at the gym",
            "doing deadlifts",
            "moving furniture all day",
            "playing tennis",
            "shoveling snow",
            "picked up my suitcase",
        ],
        DENIED: ["I didn't lift anything heavy", "no heavy lifting"],
        None: [
            "I can't lift my leg",
            "when can I go back to the gym",
            "can I lift weights",
            "bent down to tie my shoe",
            "I was sitting at my desk",
        ],
    },
    "sudden_severe_pain": {
        PRESENT: [
            "sudden severe pain in my back",
            "out of nowhere excruciating pain",
            "I'm in agony",
            "pain is 10/10",
            "it's a 10 out of 10",
            "suddenly this unbearable pain",
        ],
        DENIED: ["pain is about 4 out of 10", "it's not excruciating"],
        None: [
            "sudden back spasm",
            "it came on suddenly",
            "my back hurts a lot",
            "pain went from 10/10 to 4",
            "it started out of nowhere",
        ],
    },
    "long_standing_leak": {
        PRESENT: [
            "I've leaked a bit since childbirth",
            "I leak when I sneeze, always have",
            "always had a leaky bladder",
            "I've been leaking for years",
            "the leaking is nothing new",
            "I leak a bit, nothing new",
            "incontinence since giving birth",
        ],
        None: [
            "my back pain is nothing new but now I wet myself",
            "I started leaking yesterday",
            "I've leaked for years but it is worse since yesterday",
            "I wet myself",
            "leaking since this morning",
        ],
    },
    "long_standing_sexual": {
        PRESENT: [
            "I've had ED for years",
            "erection trouble from my blood pressure medicine",
            "no libido because of my antidepressant",
            "low sex drive for years, nothing new",
            "erectile dysfunction since my prostate surgery",
        ],
        None: [
            "can't get hard since this began",
            "no erection since yesterday",
            "my back pain is nothing new but now I can't get an erection",
        ],
    },
    "neck_pain": {
        PRESENT: [
            "my neck hurts after the crash",
            "pain in my neck",
            "neck pain too",
            "my neck and back hurt",
            "I think I have whiplash",
        ],
        DENIED: ["no neck pain", "my neck is fine"],
        None: ["my boss is a pain in the neck", "my back hurts"],
    },
    "limb_numbness": {
        PRESENT: [
            "my arm is numb",
            "my left leg feels weak",
            "I can't feel my legs",
            "tingling in my fingers",
            "can't move my foot",
            "numbness in my hand since the accident",
        ],
        DENIED: ["no numbness in my legs", "my arms and legs are fine", "my legs aren't weak"],
        None: ["my foot fell asleep", "my arm hurts"],
    },
    "worsening_weakness": {
        PRESENT: [
            "my leg is getting weaker",
            "the weakness is getting worse",
            "weaker every hour",
            "I'm losing strength in my leg",
            "my foot gets more and more weak",
        ],
        DENIED: ["it's not getting weaker"],
        None: ["my core is getting weaker", "the pain is getting worse"],
    },
    "cannot_walk_weak": {
        PRESENT: [
            "my legs give out",
            "can't walk because my leg is so weak",
            "my knee buckles",
            "too weak to stand",
            "my legs won't hold me",
            "my leg just gave way",
        ],
        DENIED: ["my legs don't give out"],
        None: [
            "I can't walk from the pain",
            "can't walk because of the spasm",
            "it hurts to walk",
            "I can't stand up straight",
        ],
    },
    "stuck_on_floor": {
        PRESENT: [
            "I can't get up off the floor",
            "I'm stuck on the floor",
            "lying on the kitchen floor and can't get up",
            "I fell and I can't get up",
            "I'm on the floor and can't move",
            "can't get off the ground",
        ],
        DENIED: ["I'm not stuck on the floor"],
        None: [
            "I'm stuck bent over",
            "can't get up from my chair",
            "I lie on the floor and it helps",
            "can't pick things up off the floor",
            "I was stuck on the floor for an hour but I'm up now",
            "I can't get out of bed",
        ],
    },
    "alone": {
        PRESENT: [
            "I'm home alone",
            "I am alone",
            "nobody is here",
            "there's no one here",
            "I live alone",
            "I'm all by myself",
        ],
        DENIED: ["I'm not alone", "my husband is here"],
        None: [
            "leave me alone",
            "I moved the couch by myself",
            "let alone walk",
            "aspirin alone doesn't help",
            "I can get up on my own",
        ],
    },
    "leg_pain": {
        PRESENT: [
            "pain down my left leg",
            "shooting pain into my leg",
            "tingling down one leg",
            "I have sciatica",
            "pain goes from my butt down my leg",
            "my right leg hurts",
        ],
        DENIED: ["no leg pain", "no pain down my leg", "leg is fine"],
        None: ["pain down both legs", "it hurts to walk", "leg day at the gym"],
    },
    "upper_back": {
        PRESENT: [
            "between my shoulder blades",
            "my upper back is tight",
            "pain under my left shoulder blade",
        ],
        DENIED: ["not in my upper back"],
        None: ["my lower back", "my shoulder hurts"],
    },
    "age_60_plus": {
        PRESENT: [
            "I'm 72",
            "68 y/o with a bad back",
            "in my seventies",
            "I'm 61 years old",
            "she is 80",
            "seventy two years old",
            "I'm in my mid 60s",
            "my mother is 83 and her back hurts",
            "a 65 year old man",
            "slipped off a chair at 80",
            "64yo female",
        ],
        None: [
            "I'm 59",
            "I weigh 80 kilos",
            "I'm 70 percent better",
            "lifting my 80 year old mother",
            "an 80 year old house",
            "born in the 80s",
            "I'm 45",
            "driving at 70",
            "I feel like I'm 80",
        ],
    },
    "age_70_plus": {
        PRESENT: ["I'm 72", "in my seventies", "he's 85", "I am eighty", "78 year old woman"],
        None: ["I'm 68", "in my sixties", "almost 70", "70 pounds", "I am 45"],
    },
}

CAUTIONS: Table = {
    "raynauds": {
        PRESENT: ["I have Raynaud's", "my fingers turn white in the cold", "raynauds"],
        DENIED: ["no raynauds"],
        None: ["my fingers are cold"],
    },
    "cold_allergy": {
        PRESENT: ["I'm allergic to cold", "ice gives me hives", "cold urticaria"],
        DENIED: ["I'm not allergic to cold"],
        None: ["I'm allergic to cold medicine", "I have a cold"],
    },
    "poor_circulation": {
        PRESENT: ["poor circulation", "I have bad circulation in my legs", "circulation problems"],
        DENIED: ["my circulation is fine", "no circulation problems"],
        None: ["does heat improve circulation", "heat is good for circulation"],
    },
    "reduced_feeling": {
        PRESENT: [
            "I have diabetic neuropathy",
            "I can't feel heat on my back",
            "reduced feeling in my skin",
            "a numb patch on my back",
        ],
        DENIED: ["no neuropathy", "I can feel hot and cold fine"],
        None: ["my back feels hot"],
    },
    "broken_skin": {
        PRESENT: ["the skin is broken", "I have a cut on my back", "scraped my back"],
        DENIED: ["no broken skin", "my skin is fine"],
        None: ["I need to cut back on work", "cutting the lawn"],
    },
    "fresh_swelling": {
        PRESENT: ["my back is swollen", "there's a big bruise", "swelling where I fell"],
        DENIED: ["no swelling", "no bruising or swelling"],
        None: ["my ankle is swollen", "does ice reduce swelling"],
    },
    "skin_infection": {
        PRESENT: ["I have cellulitis", "skin infection on my back", "an infected cut"],
        DENIED: ["no skin infection"],
        None: ["kidney infection", "boil some water"],
    },
    "open_wound": {
        PRESENT: ["open wound on my back", "I still have stitches in my back", "a bedsore"],
        DENIED: ["no open wounds"],
        None: ["he had me in stitches", "a stitch in my side"],
    },
    "medicine_patch": {
        PRESENT: ["I'm wearing a lidocaine patch", "fentanyl patch", "a patch on my back"],
        DENIED: ["no patch on my back", "I don't use a pain patch"],
        None: ["going through a rough patch", "slipped on a patch of ice"],
    },
    "drowsy": {
        PRESENT: [
            "I'm drowsy",
            "the pills make me sleepy",
            "I took a muscle relaxer and I'm groggy",
        ],
        DENIED: ["I'm not drowsy"],
        None: ["trouble falling asleep", "my leg keeps falling asleep"],
    },
}


def _cases(*tables: Table) -> list[tuple[str, str | None, str]]:
    return [
        (sign, state, text)
        for table in tables
        for sign, states in table.items()
        for state, texts in states.items()
        for text in texts
    ]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(FOLDER, [])


@pytest.mark.parametrize(("sign", "state", "text"), _cases(FLAGS))
def test_state_of_a_flag(lexicon: Lexicon, sign: str, state: str | None, text: str) -> None:
    found = {finding.name: finding.state for finding in lexicon.find(text)}
    assert found.get(sign) == state


@pytest.mark.parametrize(("sign", "state", "text"), _cases(SIGNS, CAUTIONS))
def test_a_sign_counts_only_when_stated(
    lexicon: Lexicon, sign: str, state: str | None, text: str
) -> None:
    found = {finding.name: finding.state for finding in lexicon.find(text)}
    assert (found.get(sign) == PRESENT) == (state == PRESENT)


@pytest.mark.parametrize("file", FILES)
def test_every_entry_names_its_source(file: str) -> None:
    content = yaml.safe_load((FOLDER / f"{file}.yml").read_text("utf-8"))
    for name, lines in content.items():
        assert lines["source"], name
        assert "reviewed" in lines, name


def test_every_sign_of_the_files_is_tried_here() -> None:
    listed: set[str] = set()
    for file in FILES:
        listed |= set(yaml.safe_load((FOLDER / f"{file}.yml").read_text("utf-8")))
    assert listed == {*FLAGS, *SIGNS, *CAUTIONS}
