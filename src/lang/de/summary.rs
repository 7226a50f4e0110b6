//! Words that the German summary treats in their own way.

use crate::lang::SummaryWords;

/// Sorted, in lower case.
#[rustfmt::skip]
pub(crate) static SUMMARY_WORDS: SummaryWords = SummaryWords {
    stop: &[
        "ab", "aber", "alle", "allem", "allen", "aller", "allerdings", "als", "also", "am", "an", "andere",
        "anderen", "auch", "auf", "aus", "bei", "beim", "bereits", "bis", "bisher", "da", "dabei", "dafür",
        "daher", "damit", "danach", "dann", "daran", "darauf", "daraus", "darin", "darüber", "das", "dass",
        "davon", "dazu", "daß", "dem", "den", "denen", "denn", "der", "deren", "des", "dessen", "die",
        "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "durch", "ein", "eine",
        "einem", "einen", "einer", "eines", "einige", "einigen", "er", "erst", "es", "etwa", "etwas", "für",
        "gab", "gegen", "gibt", "habe", "haben", "hat", "hatte", "hatten", "heute", "hier", "hätte",
        "hätten", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "im",
        "immer", "in", "ins", "ist", "jedoch", "jetzt", "kann", "kein", "keine", "keinen", "konnte",
        "konnten", "können", "könnte", "könnten", "laut", "man", "mehr", "mehrere", "mit", "muss", "musste",
        "müssen", "nach", "nicht", "nichts", "noch", "nun", "nur", "ob", "oder", "ohne", "rund", "sei",
        "seien", "sein", "seine", "seinem", "seinen", "seiner", "seines", "seit", "selbst", "sich", "sie",
        "sind", "so", "sogar", "soll", "sollen", "sollte", "sollten", "sondern", "sowie", "trotz", "um",
        "und", "uns", "unter", "viel", "viele", "vielen", "vom", "von", "vor", "war", "waren", "was",
        "wegen", "weil", "weiter", "weitere", "weiteren", "wenn", "wer", "werde", "werden", "wie", "wieder",
        "will", "wir", "wird", "wo", "wohl", "wolle", "wollen", "wollte", "worden", "wurde", "wurden",
        "während", "wäre", "wären", "würde", "würden", "zu", "zudem", "zum", "zur", "zwar", "zwei",
        "zwischen", "über",
    ],
    anaphoric: &[
        "allerdings", "auch", "außerdem", "beide", "dabei", "dadurch", "dafür", "dagegen", "daher", "damit",
        "danach", "daneben", "dann", "daran", "darauf", "daraufhin", "daraus", "darin", "darunter",
        "darüber", "davon", "dazu", "demnach", "demzufolge", "denn", "dennoch", "deshalb", "deswegen",
        "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "ebenfalls", "ebenso",
        "er", "es", "hier", "hierbei", "hierfür", "hierzu", "hingegen", "ihm", "ihn", "ihnen", "ihr",
        "ihre", "ihren", "ihrer", "jedoch", "jene", "jener", "schließlich", "sein", "seine", "seinen",
        "seiner", "sie", "so", "somit", "stattdessen", "trotzdem", "unterdessen", "weiter", "weiterhin",
        "währenddessen", "zudem", "zuvor", "zwar",
    ],
};
