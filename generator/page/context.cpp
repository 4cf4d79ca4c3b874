#include "page/context.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "base/lists.h"
#include "base/text.h"
#include "model/report.h"
#include "page/fields.h"
#include "page/whole_sentences.h"

namespace yokoten {
namespace {

int area_meant(const Context& context, const std::string& word) {
  if (word == "nation") return Areas::nation;
  if (word == "prefecture") return context.book.areas.prefecture_of(context.whole());
  return context.book.areas.by_code(word);
}

// The headings of a table in Markdown, which stand there with 、 between them.
std::string table_name(const Book& book, std::string headings) {
  constexpr std::string_view comma = "、";
  const std::string& own = book.word("join.comma");
  for (std::size_t at = headings.find(comma); at != std::string::npos;
       at = headings.find(comma, at + own.size()))
    headings.replace(at, comma.size(), own);
  return book.word("page.table_of", {headings});
}

std::string words_of(const Context& context, const Placeholder& placeholder,
                     const Figure* subject) {
  const Book& book = context.book;
  if (placeholder.subject == "root") return context.root_of(placeholder.field);
  if (placeholder.subject == "table") return table_name(book, placeholder.field);
  if (placeholder.subject == "area") return area_text(book, context.whole(), placeholder.field);
  if (placeholder.subject == "publication") return publication_text(book, placeholder.field);
  if (placeholder.subject == "release")
    return release_text(book, context.release, placeholder.field);
  if (placeholder.subject == "tag") return tag_text(book, context.tag, placeholder.field);
  if (placeholder.subject == "indicator")
    return indicator_text(book, context.indicator, placeholder.field);
  if (placeholder.subject.empty())
    return subject == nullptr ? std::string() : field_text(book, *subject, placeholder.field);
  const int id = book.publication.indicator(placeholder.subject);
  const Figure figure =
      placeholder.area.empty()
          ? context.figure(id, placeholder.part)
          : newest_figure(book, id, area_meant(context, placeholder.area), placeholder.part);
  return field_text(book, figure, placeholder.field);
}

// What is said of a figure; cautions and whole sentences are that by themselves.
bool is_said_of_a_figure(const Book& book, const Placeholder& placeholder) {
  if (placeholder.field == "caution" || placeholder.field == "sentence") return false;
  return placeholder.subject.empty() || book.publication.indicator(placeholder.subject) >= 0;
}

std::string sentences_of(const Context& context, const Text& text, const Figure* subject,
                         const std::function<std::string(std::string_view)>& written,
                         Unended unended) {
  return whole_sentences(
      text,
      [&](const Placeholder& placeholder) {
        return written(words_of(context, placeholder, subject));
      },
      [&](const Placeholder& placeholder) {
        return is_said_of_a_figure(context.book, placeholder);
      },
      unended);
}

void refuse(const Placeholder& placeholder, const std::string& word,
            const std::vector<std::string>& known, Findings& findings) {
  const auto close = nearest(word, known, 1);
  const std::string ja = close.empty() ? "" : fmt::format("。もしかして {}", close.front());
  const std::string en = close.empty() ? "" : fmt::format("; did you mean {}?", close.front());
  report_error(findings, placeholder.place, "placeholder.unknown",
               {fmt::format("{{{{…}}}}の {} は知らない言葉です{}", word, ja),
                fmt::format("unknown word {} in a placeholder{}", word, en)});
}

// What the subject is, and what is amiss with it: {{link-rate}}, or {{tag.title}} on other pages.
void refuse_use(const Placeholder& placeholder, const std::string& word,
                const std::vector<std::string>& fields, Findings& findings) {
  if (!fields.empty()) {
    const std::string field = holds(fields, "value") ? "value" : fields.front();
    return report_error(
        findings, placeholder.place, "placeholder.unknown",
        {fmt::format("{{{{{0}}}}} には項目が要ります。{{{{{0}.{1}}}}} のように書いてください", word,
                     field),
         fmt::format("{{{{{0}}}}} lacks a field; write {{{{{0}.{1}}}}}", word, field)});
  }
  const std::string each = word == "tag" ? "case-tag" : word;
  report_error(
      findings, placeholder.place, "placeholder.unknown",
      {fmt::format("{{{{{}.…}}}} は、前書きに each: {} のあるページだけで使えます", word, each),
       fmt::format("{{{{{}.…}}}} is for pages with each: {}", word, each)});
}

std::vector<std::string> subjects(const Book& book) {
  std::vector<std::string> known = {"area", "indicator", "publication", "release", "tag"};
  for (const Indicator& indicator : book.publication.indicators) known.push_back(indicator.id);
  return known;
}

// The names that may stand as field of this subject; empty when the subject itself is unknown.
std::vector<std::string> fields_of(const Book& book, const std::string& subject, bool bare,
                                   Each each) {
  if (subject == "area") return area_fields();
  if (subject == "release" && each == Each::release) return release_fields();
  if (subject == "tag" && each == Each::case_tag) return tag_fields();
  if (subject == "publication") return publication_fields();
  if (subject == "indicator" && each == Each::indicator) return indicator_fields();
  if (subject.empty()) return bare ? figure_fields() : std::vector<std::string>();
  return book.publication.indicator(subject) >= 0 ? figure_fields() : std::vector<std::string>();
}

void check_area(const Book& book, const Placeholder& placeholder, Findings& findings) {
  const std::string& area = placeholder.area;
  if (area.empty() || area == "nation" || area == "prefecture") return;
  if (book.areas.by_code(area) == Areas::none)
    refuse(placeholder, area, {"nation", "prefecture"}, findings);
}

void check_part(const Book& book, const Placeholder& placeholder, Findings& findings) {
  if (placeholder.part.empty()) return;
  const int id = book.publication.indicator(placeholder.subject);
  const auto& by = id < 0 ? std::nullopt : book.indicator(id).by;
  if (!by) return refuse(placeholder, placeholder.part, {}, findings);
  if (book.measured.cube.find_breakdown(by->key + '=' + placeholder.part) < 0)
    refuse(placeholder, placeholder.part, by->codes, findings);
}

// Not written in braces by anybody.
bool is_made_by_us(const Placeholder& placeholder) {
  return placeholder.subject == "root" || placeholder.subject == "table";
}

// 値と目標の表, "Table of values", but not "Tablet use rate".
bool names_table(const Book& book, const std::string& title) {
  const std::string& noun = book.word("chart.table_noun");
  if (book.publication.language == "ja") return title.ends_with(noun);
  if (!title.starts_with(noun)) return false;
  return title.size() == noun.size() || title[noun.size()] == ' ' || title[noun.size()] == ':';
}

}  // namespace

Context Context::of_case(const CaseEntry& entry) const {
  return {.book = book,
          .cases = cases,
          .duties = duties,
          .pages = pages,
          .templates = templates,
          .path = entry.path,
          .root = root,
          .top = top,
          .area = entry.area};
}

bool Context::first(const std::string& id) {
  const bool taken = std::find(anchors.begin(), anchors.end(), id) != anchors.end();
  if (!taken) anchors.push_back(id);
  return !taken;
}

std::string Context::region_label(const std::string& title) {
  return unique_label(names_table(book, title) ? title : book.word("chart.table_label", {title}));
}

std::string Context::unique_label(const std::string& plain) {
  std::string label = plain;
  for (int number = 2; !first("region " + label); ++number)
    label = fmt::format("{} {}", plain, number);
  return label;
}

const std::string& Context::root_of(const std::string& to) const {
  return to.empty() || top.empty() || is_page(to) ? root : top;
}

std::string Context::page_link(const std::string& to) const {
  return is_page(to) ? root + to : std::string();
}

bool Context::is_page(const std::string& to) const {
  const std::size_t mark = to.find('#');
  return mark == std::string::npos ? pages.contains(to) : pages.contains(to.substr(0, mark));
}

std::string Context::evidence_at(const std::string& indicator_page) const {
  if (has_evidence) return "#evidence";
  return indicator_page.empty() ? indicator_page : indicator_page + "#evidence";
}

Figure Context::figure(int id, const std::string& part) const {
  const Figure own = newest_figure(book, id, whole(), part);
  if (own.observation != nullptr) return own;
  const Figure nation = newest_figure(book, id, Areas::nation, part);
  return nation.observation != nullptr ? nation : own;
}

std::string Context::html(const Text& text, const Figure* subject) const {
  return sentences_of(*this, text, subject, html_text, Unended::kept);
}

std::string Context::said_html(const Text& text, const Figure* subject) const {
  return sentences_of(*this, text, subject, html_text, Unended::left_out);
}

std::string Context::plain(const Text& text, const Figure* subject) const {
  return sentences_of(
      *this, text, subject, [](std::string_view words) { return std::string(words); },
      Unended::kept);
}

void check_placeholders(const Book& book, const Text& text, bool subject, Each each,
                        Findings& findings) {
  for (const Text::Part& part : text.parts) {
    if (!part.is_placeholder || is_made_by_us(part.placeholder)) continue;
    const Placeholder& placeholder = part.placeholder;
    const auto known = fields_of(book, placeholder.subject, subject, each);
    if (known.empty()) {
      const bool bare = placeholder.subject.empty();
      const std::string& word = bare ? placeholder.field : placeholder.subject;
      const auto names = subjects(book);
      if (holds(names, word))
        refuse_use(placeholder, word, fields_of(book, word, false, each), findings);
      else
        refuse(placeholder, word, names, findings);
    } else if (!holds(known, placeholder.field)) {
      refuse(placeholder, placeholder.field, known, findings);
    } else {
      check_area(book, placeholder, findings);
      check_part(book, placeholder, findings);
    }
  }
}

}  // namespace yokoten
