/**
 * The rivals, each behind one function: a text to what it finds, read out as a user would read it.
 *
 * In: a text. Out: the number of things found, so that no work can be skipped. Bundled for the browser by
 * `browser.bench.mjs`.
 */

import compromise from "compromise";
import deCompromise from "de-compromise";
import winkModel from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

let wink;

export const rivals = {
  /** Sentences, people, places, organisations. */
  compromise(text) {
    const doc = compromise(text);
    return count(doc.sentences().out("array"), ...["people", "places", "organizations"].map((kind) => doc[kind]().out("array")));
  },

  /** Sentences, and runs of words with the tags of people, places and organisations: it has no more for German. */
  "de-compromise"(text) {
    const doc = deCompromise(text);
    return count(doc.out("array"), ...["#Person+", "#Place+", "#Organization+"].map((tags) => doc.match(tags).out("array")));
  },

  /** Sentences and entities; persons, places and organisations are none of its kinds. */
  "wink-nlp"(text) {
    wink ??= winkNLP(winkModel);
    const doc = wink.readDoc(text);
    return count(doc.sentences().out(), doc.entities().out(wink.its.detail));
  },
};

function count(...lists) {
  return lists.reduce((sum, list) => sum + list.length, 0);
}
