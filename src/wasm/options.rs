//! Options from JavaScript. In: a plain object, or nothing. Out: [`Options`] and how offsets count, or an error that
//! names the option and what it takes.
//!
//! Read by hand: a general deserializer can print every kind of value, and weighs more than all that it reads here.

use wasm_bindgen::prelude::*;
use web_sys::js_sys;

use crate::{Error, Format, Options, PositionEncoding, SummaryLength, SummaryOptions};

/// The options of an analysis.
pub(super) fn read(value: &JsValue) -> Result<(Options, PositionEncoding), Error> {
    let object = Object::read(
        value,
        "the options",
        &["language", "format", "documentCreationTime", "positionEncoding", "summary"],
    )?;
    let format = match object.choice("format", &["text", "html"])? {
        Some(1) => Format::Html,
        _ => Format::Text,
    };
    let encoding = match object.choice("positionEncoding", &["utf-16", "utf-8", "utf-32"])? {
        Some(1) => PositionEncoding::Utf8,
        Some(2) => PositionEncoding::Utf32,
        _ => PositionEncoding::Utf16,
    };
    let options = Options {
        language: object.string("language")?,
        format,
        document_creation_time: object.string("documentCreationTime")?,
        summary: summary(&object.get("summary"))?,
    };
    Ok((options, encoding))
}

fn summary(value: &JsValue) -> Result<SummaryOptions, Error> {
    let fields = ["sentences", "characters", "percent", "focus", "compress"];
    let object = Object::read(value, "summary", &fields)?;
    let [sentences, characters, percent] =
        ["sentences", "characters", "percent"].map(|key| object.number(key));
    let length = match (sentences?, characters?, percent?) {
        (Some(count), ..) => SummaryLength::Sentences(count),
        (_, Some(limit), _) => SummaryLength::Characters(limit),
        (.., Some(percent)) => SummaryLength::Percent(percent),
        _ => SummaryLength::Fitting,
    };
    let compress = object.take("compress", "true or false", JsValue::as_bool)?;
    Ok(SummaryOptions { length, focus: object.string("focus")?, compress: compress.unwrap_or_default() })
}

/// An object whose fields are all known; without fields where none was given.
struct Object(Option<js_sys::Object>);

impl Object {
    fn read(value: &JsValue, name: &str, fields: &[&str]) -> Result<Self, Error> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self(None));
        }
        let object = value.dyn_ref::<js_sys::Object>().filter(|object| !object.is_function());
        let Some(object) = object else { return Err(wrong(name, "an object")) };
        for key in js_sys::Object::keys(object) {
            let key = key.as_string().unwrap_or_default();
            if !fields.contains(&key.as_str()) {
                let known = fields.join(", ");
                return Err(Error::options(format!("there is no option {key:?}; there are {known}")));
            }
        }
        Ok(Self(Some(object.clone())))
    }

    /// A getter that throws gives nothing.
    fn get(&self, key: &str) -> JsValue {
        let value = self.0.as_ref().map(|object| js_sys::Reflect::get(object, &JsValue::from_str(key)));
        value.and_then(Result::ok).unwrap_or(JsValue::UNDEFINED)
    }

    /// The field `key`; nothing where it is missing, undefined or null.
    fn take<T>(
        &self,
        key: &str,
        takes: &str,
        read: impl Fn(&JsValue) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        let value = self.get(key);
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        read(&value).map(Some).ok_or_else(|| wrong(key, takes))
    }

    fn string(&self, key: &str) -> Result<Option<String>, Error> {
        self.take(key, "a string", JsValue::as_string)
    }

    fn number(&self, key: &str) -> Result<Option<u32>, Error> {
        self.take(key, "a whole number from 0 on", |value| {
            let number = value.as_f64()?;
            // Reason: what does not fit is refused just below.
            #[allow(clippy::cast_sign_loss)]
            let whole = number as u32;
            // Reason: both are whole or they differ by much.
            #[allow(clippy::float_cmp)]
            let is_whole = f64::from(whole) == number;
            is_whole.then_some(whole)
        })
    }

    /// Which of `choices` it is.
    fn choice(&self, key: &str, choices: &[&str]) -> Result<Option<usize>, Error> {
        self.take(key, &choices.join(" or "), |value| {
            let value = value.as_string()?;
            choices.iter().position(|choice| *choice == value)
        })
    }
}

fn wrong(key: &str, takes: &str) -> Error {
    Error::options(format!("{key} takes {takes}"))
}
