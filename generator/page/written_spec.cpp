#include "page/written_spec.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_place.h"
#include "model/report.h"

namespace yokoten {
namespace {

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

namespace {

/// Behind cells of the page's own, which these rows don't have.
std::vector<std::string> shifted(const std::vector<std::string>& texts, std::size_t by) {
  std::vector<std::string> cells(by);
  cells.insert(cells.end(), texts.begin(), texts.end());
  return cells;
}

void put_row(std::vector<std::string> cells, std::vector<std::string> plain, ChartFrame& frame) {
  const auto told = std::find_if(cells.begin(), cells.end(),
                                 [](const std::string& cell) { return !cell.empty(); });
  if (told == cells.end()) return;
  NumberRow row;
  row.name = cells.front().empty() ? frame.head[static_cast<std::size_t>(told - cells.begin())]
                                   : cells.front();
  row.cells.assign(cells.begin() + 1, cells.end());
  if (!plain.empty() && plain.front().empty()) plain.front() = row.name;
  row.plain = std::move(plain);
  frame.rows.push_back(std::move(row));
}

}  // namespace

void put_drawn_rows(const DrawnTable& table, ChartFrame& frame) {
  if (table.rows.empty()) return;
  const std::size_t before = frame.head.size();
  frame.head.insert(frame.head.end(), table.head.begin(), table.head.end());
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    std::vector<std::string> plain;
    if (at < table.plain.size()) plain = shifted(table.plain[at], before);
    put_row(shifted(table.rows[at], before), std::move(plain), frame);
  }
  for (NumberRow& row : frame.rows) row.cells.resize(frame.head.size() - 1);
}

}  // namespace yokoten
