#pragma once

#include <limits>
#include <string_view>

#include "chart/spec/reading.h"
#include "chart/spec/styles.h"

// Single values: numbers within limits, words of a choice, colours, formats.

namespace yokoten::chart {

inline constexpr double kUnlimited = std::numeric_limits<double>::infinity();

/// Longest width or height and longest step in px: more would be a mistake, and slow.
inline constexpr double kLongestSide = 20000, kLongestStep = 1000;

using Words = std::span<const std::string_view>;

/// Whether a text has neither capital letters nor line ends nor tabs.
bool is_small(std::string_view text);

/// A value as a message quotes it: long ones are cut.
std::string shown(const Json& json);

/// Refuses because the value is none of `allowed`.
void refuse_value(Reading& reading, const Json& json, std::string_view allowed);
void refuse_word(Reading& reading, const Json& json, Words words);

void take_number(Reading& reading, const Json& json, Number& into, double low = -kUnlimited,
                 double high = kUnlimited);
void take_flag(Reading& reading, const Json& json, Flag& into);
void take_text(Reading& reading, const Json& json, std::string& into);

/// A CSS colour; null is "none" where `null_allowed`.
void take_paint(Reading& reading, const Json& json, Paint& into, bool null_allowed);
void take_dashes(Reading& reading, const Json& json, Dashes& into);

/// "normal", "bold", or 100 to 900 by hundreds, kept as text.
void take_weight(Reading& reading, const Json& json, Text& into);

/// One line, or an array with one text a line.
void take_lines(Reading& reading, const Json& json, std::vector<std::string>& into);

/// A title in one string or one string in an array; null is no title.
void take_title(Reading& reading, const Json& json, Text& title, bool& null);

/// The place of a text in `words`; refuses others and returns nullopt.
std::optional<std::size_t> take_word(Reading& reading, const Json& json, Words words);

/// Numbers, texts, true and false, or DateTime objects, all of one kind as Vega-Lite asks.
void take_values(Reading& reading, const Json& json, std::vector<const Json*>& into);

/// Whether `format` is one of d3's for numbers, or for times where `time`; refuses others.
void check_format(Reading& reading, std::string_view format, bool time);

inline constexpr std::string_view kAligns[] = {"left", "center", "right"};
inline constexpr std::string_view kBaselines[] = {"alphabetic", "top",      "middle",
                                                  "bottom",     "line-top", "line-bottom"};
inline constexpr std::string_view kAnchors[] = {"start", "middle", "end"};
inline constexpr std::string_view kOrients[] = {"left", "right", "top", "bottom"};
inline constexpr std::string_view kDirections[] = {"horizontal", "vertical"};
inline constexpr std::string_view kFontStyles[] = {"normal", "italic", "oblique"};
inline constexpr std::string_view kFormatTypes[] = {"number", "time"};
inline constexpr std::string_view kShapes[] = {
    "circle",        "square",         "cross",         "diamond", "triangle", "triangle-up",
    "triangle-down", "triangle-right", "triangle-left", "arrow",   "wedge",    "stroke"};
inline constexpr std::string_view kIntervals[] = {"millisecond", "second", "minute", "hour",
                                                  "day",         "week",   "month",  "year"};
inline constexpr std::string_view kSortOrders[] = {"ascending", "descending"};

// Takers of one member, for tables: `number<&AxisSpec::offset>`.

template <class Pointer>
struct MemberOf;
template <class Owner, class Value>
struct MemberOf<Value Owner::*> {
  using owner = Owner;
};
template <auto Member>
using OwnerOf = typename MemberOf<decltype(Member)>::owner;

template <auto Member>
void number(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_number(reading, json, into.*Member);
}

/// Numbers that may not be negative.
template <auto Member>
void length(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_number(reading, json, into.*Member, 0);
}

template <auto Member>
void opacity(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_number(reading, json, into.*Member, 0, 1);
}

template <auto Member>
void angle(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_number(reading, json, into.*Member, -360, 360);
}

template <auto Member>
void flag(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_flag(reading, json, into.*Member);
}

template <auto Member>
void text(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_text(reading, json, (into.*Member).emplace());
}

template <auto Member>
void weight(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_weight(reading, json, into.*Member);
}

template <auto Member>
void paint(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_paint(reading, json, into.*Member, true);
}

template <auto Member>
void solid_paint(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_paint(reading, json, into.*Member, false);
}

template <auto Member>
void dashes(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  take_dashes(reading, json, into.*Member);
}

template <auto Member, const auto& Choice>
void word(Reading& reading, const Json& json, OwnerOf<Member>& into) {
  if (const auto at = take_word(reading, json, Choice)) into.*Member = std::string(Choice[*at]);
}

}  // namespace yokoten::chart
