#include "model/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/report.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

Message name(Kind kind) {
  switch (kind) {
    case Kind::text:
      return {"文字列", "a string"};
    case Kind::integer:
      return {"整数", "an integer"};
    case Kind::number:
      return {"数", "a number"};
    case Kind::truth:
      return {"trueかfalse", "true or false"};
    case Kind::date:
      return {"日付", "a date"};
    case Kind::time:
      return {"時刻", "a time"};
    case Kind::list:
      return {"配列", "an array"};
    case Kind::table:
      return {"表", "a table"};
  }
  return {};
}

std::string called(const TomlNode& node) { return node.key.empty() ? "" : " " + node.key; }

}  // namespace

void report_type(Findings& findings, const TomlNode& node, const Message& wanted) {
  const Message found = name(node.kind);
  report_error(
      findings, node.place, "toml.type",
      {fmt::format("値{}は{}でなければなりません。{}があります", called(node), wanted.ja, found.ja),
       fmt::format("the value{} must be {}, but is {}", called(node), wanted.en, found.en)});
}

std::string item_text(const TomlNode& node, Findings& findings) {
  if (node.kind != Kind::text) report_type(findings, node, name(Kind::text));
  return node.kind == Kind::text ? node.text : std::string();
}

std::optional<Period> node_period(const TomlNode& node) {
  if (node.kind != Kind::text && node.kind != Kind::date && node.kind != Kind::integer)
    return std::nullopt;
  return parse_period(node.text);
}

TomlReader::TomlReader(const TomlNode& table, Findings& findings, AskedKeys* record,
                       std::string inside)
    : table_(table), findings_(findings), record_(record), inside_(std::move(inside)) {
  if (table.kind != Kind::table) report_type(findings, table, name(Kind::table));
}

TomlReader::~TomlReader() {
  if (table_.kind != Kind::table) return;
  for (const TomlNode& child : table_.children) {
    if (std::find(asked_.begin(), asked_.end(), child.key) != asked_.end()) continue;
    report_error(findings_, child.key_place, "toml.unknown",
                 with_nearest({fmt::format("キー{}はここにはありません", child.key),
                               fmt::format("there is no key {} here", child.key)},
                              child.key, asked_));
  }
}

const TomlNode* TomlReader::take(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
    asked_.emplace_back(key);
    if (record_ != nullptr) record_->push_back({inside_, std::string(key)});
  }
  return table_.kind == Kind::table ? table_.find(key) : nullptr;
}

const TomlNode* TomlReader::take(std::string_view key, Kind kind) {
  const TomlNode* node = take(key);
  if (node == nullptr || node->kind == kind) return node;
  report_type(findings_, *node, name(kind));
  return nullptr;
}

const std::vector<TomlNode>& TomlReader::items(std::string_view key, Kind kind) {
  static const std::vector<TomlNode> nothing;
  const TomlNode* node = take(key, kind);
  return node == nullptr ? nothing : node->children;
}

TomlReader& TomlReader::require(std::string_view key) {
  if (take(key) == nullptr && table_.kind == Kind::table)
    report_error(findings_, place(), "toml.missing",
                 {fmt::format("キー{}が要ります", key), fmt::format("the key {} is missing", key)});
  return *this;
}

std::string TomlReader::text(std::string_view key) {
  const TomlNode* node = take(key, Kind::text);
  return node == nullptr ? std::string() : node->text;
}

std::string TomlReader::required_text(std::string_view key) {
  const TomlNode* node = require(key).take(key, Kind::text);
  if (node == nullptr) return {};
  if (trimmed_text(node->text).empty())
    report_error(findings_, node->place, "toml.missing",
                 {fmt::format("{}が空です", key), fmt::format("{} is empty", key)});
  return node->text;
}

bool TomlReader::truth(std::string_view key) {
  const TomlNode* node = take(key, Kind::truth);
  return node != nullptr && node->truth;
}

std::optional<std::int64_t> TomlReader::integer(std::string_view key, std::int64_t low,
                                                std::int64_t high) {
  const TomlNode* node = take(key, Kind::integer);
  if (node == nullptr) return std::nullopt;
  if (node->integer >= low && node->integer <= high) return node->integer;
  report_error(findings_, node->place, "toml.range",
               {fmt::format("{}は{}から{}までです", key, low, high),
                fmt::format("{} must lie between {} and {}", key, low, high)});
  return std::nullopt;
}

std::optional<Decimal> TomlReader::number(std::string_view key) {
  const TomlNode* node = take(key);
  if (node == nullptr) return std::nullopt;
  const bool numeric = node->kind == Kind::integer || node->kind == Kind::number;
  const auto number = numeric ? parse_decimal(node->text) : std::nullopt;
  if (!numeric) report_type(findings_, *node, name(Kind::number));
  if (numeric && !number)
    report_error(findings_, node->place, "toml.range",
                 {fmt::format("{}は18桁までの数です", key),
                  fmt::format("{} must be a number of at most 18 digits", key)});
  return number;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
  std::vector<std::string> found;
  for (const TomlNode& item : items(key, Kind::list)) found.push_back(item_text(item, findings_));
  return found;
}

TomlReader::Pairs TomlReader::pairs(std::string_view key) {
  Pairs found;
  for (const TomlNode& item : items(key, Kind::table))
    found.emplace_back(item.key, item_text(item, findings_));
  return found;
}

std::string TomlReader::moment(std::string_view key) {
  const TomlNode* node = take(key);
  if (node == nullptr) return {};
  const auto period = node_period(*node);
  if (period && (period->kind == PeriodKind::day || period->kind == PeriodKind::month))
    return to_text(*period);
  report_type(
      findings_, *node,
      {"日付か月（2024-09-13、\"2024-12\"）", "a date or a month (2024-09-13, \"2024-12\")"});
  return {};
}

void TomlReader::note_words(std::string_view key, std::initializer_list<std::string_view> words) {
  if (record_ == nullptr) return;
  for (AskedKey& asked : *record_)
    if (asked.table == inside_ && asked.key == key) asked.words.assign(words.begin(), words.end());
}

bool TomlReader::is_word(const TomlNode& node, std::string_view key,
                         std::initializer_list<std::string_view> words) {
  if (std::find(words.begin(), words.end(), node.text) != words.end()) return true;
  // All words are told anyway: one that begins otherwise (`more` for `lower`) would mislead.
  std::vector<std::string> known, near;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    known.emplace_back(word);
    if (node.text.starts_with(word.front())) near.emplace_back(word);
  }
  Message message = {fmt::format("{}は{}のどれかです", key, fmt::join(known, "、")),
                     fmt::format("{} is one of {}", key, fmt::join(known, ", "))};
  if (known.size() == 1)
    message = {fmt::format("{}に書けるのは{}だけです", key, known.front()),
               fmt::format("{} can only be {}", key, known.front())};
  report_error(findings_, node.place, "toml.choice", with_nearest(message, node.text, near));
  return false;
}

std::optional<std::size_t> TomlReader::choice(std::string_view key,
                                              std::initializer_list<std::string_view> words) {
  const TomlNode* node = take(key, Kind::text);
  note_words(key, words);
  if (node == nullptr || !is_word(*node, key, words)) return std::nullopt;
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), node->text) -
                                  words.begin());
}

std::vector<std::string> TomlReader::choices(std::string_view key,
                                             std::initializer_list<std::string_view> words) {
  std::vector<std::string> found;
  const std::vector<TomlNode>& all = items(key, Kind::list);
  note_words(key, words);
  for (const TomlNode& item : all) {
    const std::string text = item_text(item, findings_);
    if (item.kind == Kind::text && is_word(item, key, words)) found.push_back(text);
  }
  return found;
}

Place TomlReader::place(std::string_view key) const {
  const TomlNode* node = table_.kind == Kind::table ? table_.find(key) : nullptr;
  return node == nullptr ? table_.place : node->place;
}

}  // namespace yokoten
