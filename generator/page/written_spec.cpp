#include "page/written_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/json_place.h"
#include "model/report.h"

namespace yokoten {
namespace {

// Fields that the specification draws, and the titles that it gives them.
using Titles = std::map<std::string, std::string>;

std::string text_at(const SpecJson& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::string title_of(const SpecJson& channel) {
  if (std::string title = text_at(channel, "title"); !title.empty()) return title;
  for (const char* guide : {"axis", "legend", "header"})
    if (const auto at = channel.find(guide); at != channel.end() && at->is_object())
      if (std::string title = text_at(*at, "title"); !title.empty()) return title;
  return {};
}

void add_titles(const SpecJson& node, Titles& titles) {
  if (!node.is_object() && !node.is_array()) return;
  if (node.is_object())
    if (const std::string field = text_at(node, "field"); !field.empty()) {
      std::string& title = titles[field];
      if (title.empty()) title = title_of(node);
    }
  for (const auto& [key, child] : node.items())
    if (key != "data" && key != "datasets") add_titles(child, titles);
}

// Rows of every data set, in the order of the specification; of shapes what they tell.
void add_rows(const SpecJson& values, std::vector<SpecJson>& rows) {
  if (!values.is_array()) return;
  for (const SpecJson& value : values) {
    if (!value.is_object()) {
      rows.push_back({{"data", value}});
      continue;
    }
    const auto told = value.find("properties");
    rows.push_back(told != value.end() && told->is_object() ? *told : value);
  }
}

void add_data(const SpecJson& node, std::vector<SpecJson>& rows) {
  if (!node.is_object() && !node.is_array()) return;
  if (node.is_object()) {
    if (const auto data = node.find("data"); data != node.end() && data->is_object())
      if (const auto values = data->find("values"); values != data->end()) add_rows(*values, rows);
    if (const auto sets = node.find("datasets"); sets != node.end() && sets->is_object())
      for (const auto& [name, values] : sets->items()) add_rows(values, rows);
  }
  for (const auto& [key, child] : node.items())
    if (key != "data" && key != "datasets") add_data(child, rows);
}

std::vector<std::string> drawn_fields(const std::vector<SpecJson>& rows, const Titles& titles) {
  std::vector<std::string> fields;
  for (const SpecJson& row : rows)
    for (const auto& [key, value] : row.items())
      if (titles.contains(key) && !value.is_structured() &&
          std::find(fields.begin(), fields.end(), key) == fields.end())
        fields.push_back(key);
  return fields;
}

std::string cell_text(const SpecJson& row, const std::string& field, const std::string& no_value) {
  const auto at = row.find(field);
  if (at == row.end()) return {};
  if (at->is_null()) return no_value;
  return at->is_string() ? at->get<std::string>() : at->dump();
}

// The JSON pointer of a channel that makes links; empty for none.
std::string link_in(const SpecJson& node, const std::string& pointer) {
  if (node.is_object())
    if (const auto encoding = node.find("encoding"); encoding != node.end())
      if (encoding->is_object() && encoding->contains("href")) return pointer + "/encoding/href";
  if (!node.is_object()) return {};
  if (const auto inner = node.find("spec"); inner != node.end())
    if (std::string found = link_in(*inner, pointer + "/spec"); !found.empty()) return found;
  const auto layers = node.find("layer");
  if (layers == node.end() || !layers->is_array()) return {};
  for (std::size_t at = 0; at < layers->size(); ++at)
    if (std::string found = link_in((*layers)[at], fmt::format("{}/layer/{}", pointer, at));
        !found.empty())
      return found;
  return {};
}

Place moved(Place place, const Place& start) {
  if (place.row == 1) place.column += start.column - 1;
  place.row += start.row - 1;
  place.file = start.file;
  return place;
}

}  // namespace

Place spec_place(const WrittenSpec& spec, const std::string& pointer) {
  return moved(json_place(spec.text, pointer), spec.start);
}

std::optional<SpecJson> parsed_spec(const WrittenSpec& spec, Findings& findings) {
  SpecJson json;
  try {
    json = SpecJson::parse(spec.text);
  } catch (const SpecJson::parse_error& error) {
    const std::size_t byte = error.byte > 0 ? error.byte - 1 : 0;
    report_error(
        findings, moved(text_place(spec.text, byte), spec.start), "chart.json",
        {"図の定義を、ここからJSONとして読めません（コンマ、引用符、かっこを確かめてください）",
         "from here on the specification is no JSON; look at commas, quotes and brackets"});
    return std::nullopt;
  } catch (const SpecJson::exception&) {
    report_error(findings, spec.start, "chart.json",
                 {"図の定義に、大きすぎて読めない数があります",
                  "the specification holds a number too large to be read"});
    return std::nullopt;
  }
  if (const auto twice = repeated_key(spec.text)) {
    report_error(
        findings, moved(text_place(spec.text, *twice), spec.start), "chart.json",
        {"図の定義で、この名前は同じかっこの中でもう使われています。どちらかを取り除いてください",
         "in the specification the brackets around this already have this name; remove one of the "
         "two"});
    return std::nullopt;
  }
  if (const std::string link = link_in(json, {}); !link.empty()) {
    report_error(findings, spec_place(spec, link), "chart.spec",
                 {"ページの図ではリンク（href）は使えません。本文にリンクを書いてください",
                  "charts on pages make no links (href); put the link into the text"});
    return std::nullopt;
  }
  return json;
}

void put_spec_rows(const SpecJson& spec, const std::string& no_value, ChartFrame& frame) {
  Titles titles;
  std::vector<SpecJson> rows;
  add_titles(spec, titles);
  add_data(spec, rows);
  const std::vector<std::string> fields = drawn_fields(rows, titles);
  for (const std::string& field : fields)
    frame.head.push_back(titles[field].empty() ? field : titles[field]);
  for (const SpecJson& row : rows) {
    NumberRow made;
    for (std::size_t at = 0; at < fields.size(); ++at) {
      std::string text = cell_text(row, fields[at], no_value);
      if (at == 0)
        made.name = std::move(text);
      else
        made.cells.push_back(std::move(text));
    }
    if (!fields.empty()) frame.rows.push_back(std::move(made));
  }
}

}  // namespace yokoten
