//! The boundary to JavaScript: the only module that names wasm-bindgen, web-sys and serde-wasm-bindgen.
//!
//! In: strings, bytes and a plain options object. Out: plain objects, never classes for each result. Every
//! error is a JavaScript `Error` with a `code`. After a trap the instance must be thrown away; the worker in
//! `www/` does so.

// Reason: wasm-bindgen exports only what is `pub`, and Rust users have no use for this module.
#![allow(unreachable_pub)]
// Reason: values from JavaScript come by value; an optional one cannot be borrowed.
#![allow(clippy::needless_pass_by_value)]

mod options;

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::js_sys;

use crate::{Analysis, Analyzer, Error, Pack, PositionEncoding, Report, Text};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report/report.d.ts");

#[wasm_bindgen(start)]
fn start() {
    #[cfg(feature = "panic-hook")]
    console_error_panic_hook::set_once();
}

/// Analyses articles; see the TypeScript types for what comes out.
#[wasm_bindgen(js_name = Analyzer)]
#[derive(Debug, Default)]
pub struct JsAnalyzer {
    // `&self` everywhere: a `&mut self` method that is entered again fails with a misleading message.
    analyzer: RefCell<Analyzer>,
}

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// An analyzer without languages; `addPack` brings them.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a language from its pack's bytes and returns its tag.
    #[wasm_bindgen(js_name = addPack)]
    pub fn add_pack(&self, bytes: &[u8]) -> Result<String, JsValue> {
        let pack = Pack::read(bytes).map_err(|error| js_error(&error))?;
        let tag = pack.language().tag();
        self.analyzer.borrow_mut().add(pack);
        Ok(tag.to_owned())
    }

    /// Analyses `text`. `progress` is called with the name of each stage as it begins.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn analyze(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "AnalyzeOptions | undefined")] options: JsValue,
        progress: Option<js_sys::Function>,
    ) -> Result<JsValue, JsValue> {
        self.run(text, options, progress.as_ref(), |text, analysis, encoding| {
            let report = Report::new(analysis, text, encoding);
            report.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
        })?
    }

    /// Analyses `text` and writes the result as Markdown for people.
    pub fn markdown(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "AnalyzeOptions | undefined")] options: JsValue,
    ) -> Result<String, JsValue> {
        self.run(text, options, None, |_, analysis, _| analysis.to_markdown())
    }
}

impl JsAnalyzer {
    fn run<T>(
        &self,
        text: &JsValue,
        options: JsValue,
        progress: Option<&js_sys::Function>,
        write: impl FnOnce(&str, &Analysis<'_>, PositionEncoding) -> T,
    ) -> Result<T, JsValue> {
        let text = string(text)?;
        let (options, encoding) = options::read(&options).map_err(|error| js_error(&error))?;
        let mut tell = |stage: crate::Stage| {
            if let Some(progress) = progress {
                // A progress bar that throws must not stop the analysis.
                let _ = progress.call1(&JsValue::NULL, &JsValue::from_str(&stage.to_string()));
            }
        };
        let analyzer = self.analyzer.borrow();
        let analysis =
            analyzer.analyze_with_progress(&text, &options, &mut tell).map_err(|error| js_error(&error))?;
        Ok(write(&text, &analysis, encoding))
    }
}

/// The language of `text` as `{tag, confidence, supported}`, without analysing it: tells which pack to fetch.
#[wasm_bindgen(js_name = identifyLanguage, unchecked_return_type = "LanguageGuess")]
pub fn identify_language(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Guess {
        tag: String,
        confidence: f64,
        supported: bool,
    }
    let text = string(text)?;
    let guess = crate::lang::identify(Text::new(&text), &[], None);
    let guess = Guess {
        confidence: f64::from(guess.confidence.thousandths()) / 1000.0,
        supported: guess.language.is_some(),
        tag: guess.tag,
    };
    guess.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The longest input in bytes of UTF-8.
#[wasm_bindgen(js_name = maxInputBytes)]
pub fn max_input_bytes() -> u32 {
    crate::MAX_INPUT_BYTES as u32
}

/// The text of a JavaScript string. Parameters are not `&str`: the bindings trap where they get a number or an
/// object for it, and a trap costs the instance.
fn string(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| js_error(&Error::options("the text is not a string")))
}

fn js_error(error: &Error) -> JsValue {
    let object = js_sys::Error::new(&error.to_string());
    // Setting a property on a fresh error cannot fail.
    let _ = js_sys::Reflect::set(&object, &"code".into(), &error.code().into());
    object.into()
}
