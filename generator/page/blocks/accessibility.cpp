#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/count_text.h"
#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/reading_text.h"
#include "page/row_lists.h"
#include "page/source_text.h"
#include "page/table_frame.h"

namespace yokoten {
namespace {

std::string word(const Book& book, const std::string& key) {
  return book.word("accessibility." + key);
}

std::string word(const Book& book, const std::string& key, const std::vector<std::string>& values) {
  return book.word("accessibility." + key, values);
}

// `focus-order`, `1.4.10` → the end of a word's key.
std::string key_of(std::string_view name) {
  std::string key(name);
  std::replace(key.begin(), key.end(), '-', '_');
  std::replace(key.begin(), key.end(), '.', '_');
  return key;
}

std::string in_a_row(const Book& book, const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, word(book, "separator")));
}

std::string method_text(const Book& book, std::string_view method) {
  return word(book, "method_" + key_of(method));
}

// What was asked, and what is left to people.
std::string methods_text(const Book& book, const CriterionOutcome& outcome) {
  constexpr std::string_view by_axe = "axe:";
  std::vector<std::string> texts, rules;
  for (const std::string& method : outcome.methods)
    if (method.starts_with(by_axe))
      rules.push_back(method.substr(by_axe.size()));
    else
      texts.push_back(method_text(book, method));
  if (!rules.empty())
    texts.push_back(word(book, "axe", {fmt::format("{}", fmt::join(rules, " "))}));
  if (outcome.found > 0) texts.push_back(word(book, "found", {count_text(outcome.found)}));
  if (outcome.undecided > 0)
    texts.push_back(word(book, "undecided", {count_text(outcome.undecided)}));
  return in_a_row(book, texts);
}

std::string judgement_text(const Book& book, const Judgement& judgement) {
  return word(book, "judged",
              {judgement.reason, judgement.decided_by, date_text(book, judgement.decided_on)});
}

TableRow criterion_row(const Book& book, const Criterion& criterion) {
  const Accessibility& all = book.publication.accessibility;
  const Conformity result = all.result(criterion.number);
  const CriterionOutcome* outcome = all.outcome(criterion.number);
  const Judgement* judgement = all.judgement(criterion.number);
  std::vector<std::string> methods;
  if (outcome != nullptr && !outcome->methods.empty())
    methods.push_back(methods_text(book, *outcome));
  if (judgement != nullptr) methods.push_back(judgement_text(book, *judgement));
  if (methods.empty()) methods.push_back(word(book, "no_method"));

  TableCell said = text_cell(word(book, std::string(conformity_word(result))));
  said.strong = result == Conformity::not_met;
  said.state = result == Conformity::open;
  const std::string level = criterion.is_double_a ? "AA" : "A";
  TableRow row{
      .name = fmt::format("{} {}", criterion.number, word(book, "c_" + key_of(criterion.number))),
      .link = {}};
  row.cells = {text_cell(criterion.in_wcag ? level : word(book, "outside")),
               text_cell(criterion.in_jis ? level : word(book, "outside")), said,
               text_cell(in_a_row(book, methods)),
               number_cell(outcome == nullptr || outcome->pages == 0 ? word(book, "outside")
                                                                     : count_text(outcome->pages))};
  return row;
}

std::string criteria_html(Context& context) {
  const Book& book = context.book;
  TableFrame frame;
  frame.caption = word(book, "caption");
  frame.loose = true;
  frame.columns = {{.title = word(book, "criterion"), .unit = {}},
                   {.title = "WCAG 2.2", .unit = {}},
                   {.title = word(book, "in_jis"), .unit = {}},
                   {.title = word(book, "result"), .unit = {}},
                   {.title = word(book, "method"), .unit = {}},
                   {.title = word(book, "pages"), .unit = {}, .number = true}};
  for (const Criterion& each : criteria()) frame.rows.push_back(criterion_row(book, each));
  return table_html(context, frame);
}

/// How many criteria of a standard came out how.
struct Counts {
  std::array<int, 4> of{};  // by Conformity
  int all = 0;

  int open_or_worse() const { return of[2] + of[3]; }
};

Counts counts_of(const Book& book, bool Criterion::*standard) {
  Counts counts;
  for (const Criterion& each : criteria())
    if (each.*standard) {
      const Conformity result = book.publication.accessibility.result(each.number);
      ++counts.of[static_cast<std::size_t>(result)];
      ++counts.all;
    }
  return counts;
}

KeyRow counts_row(const Book& book, const std::string& standard, const Counts& counts) {
  std::vector<std::string> texts;
  for (const int count : counts.of) texts.push_back(std::to_string(count));
  return {word(book, standard, {std::to_string(counts.all)}),
          html_text(word(book, "counts", texts))};
}

std::set<std::string> opened(const Accessibility& all) {
  std::set<std::string> addresses(all.kinds.begin(), all.kinds.end());
  addresses.insert(all.sample.begin(), all.sample.end());
  return addresses;
}

std::string extent_text(const Book& book) {
  const Accessibility& all = book.publication.accessibility;
  return word(book, "extent_text",
              {count_text(all.pages), count_text(opened(all).size()), count_text(all.kinds.size()),
               std::to_string(all.seed), count_text(all.sample.size())});
}

std::string further_text(const Book& book) {
  std::vector<std::string> texts;
  for (const FurtherOutcome& each : book.publication.accessibility.further)
    texts.push_back(word(
        book, "further_text",
        {method_text(book, each.method), std::to_string(each.pages), std::to_string(each.found)}));
  return in_a_row(book, texts);
}

std::string summary_html(Context& context) {
  const Book& book = context.book;
  const Accessibility& all = book.publication.accessibility;
  const Counts jis = counts_of(book, &Criterion::in_jis);
  const Counts wcag = counts_of(book, &Criterion::in_wcag);
  std::vector<std::string> tools{word(book, "program", {all.program})};
  tools.insert(tools.end(), all.tools.begin(), all.tools.end());
  std::vector<KeyRow> rows{
      {word(book, "claim"),
       html_text(word(book, jis.open_or_worse() == 0 ? "claim_met" : "claim_none"))},
      counts_row(book, "jis", jis),
      counts_row(book, "wcag", wcag),
      {word(book, "date"), html_text(date_text(book, all.date))},
      {word(book, "extent"), html_text(extent_text(book))},
      {word(book, "tools"), html_text(in_a_row(book, tools))}};
  if (!all.further.empty()) rows.push_back({word(book, "further"), html_text(further_text(book))});
  return key_values_html(context, rows);
}

// Places where a criterion is broken, as the examination named them.
std::string examples_html(Context& context) {
  const Book& book = context.book;
  std::vector<ListRow> rows;
  for (const CriterionOutcome& outcome : book.publication.accessibility.outcomes)
    for (const std::string& example : outcome.examples)
      rows.push_back(
          {outcome.number, "<code>" + html_text(as_written(book, example)) + "</code>", {}, true});
  if (rows.empty()) return {};
  return fmt::format("<h3>{}</h3>\n{}", html_text(word(book, "examples")),
                     rows_html(context, rows));
}

std::string opened_html(const Context& context) {
  const Book& book = context.book;
  std::string links;
  for (const std::string& address : opened(book.publication.accessibility)) {
    const std::string shown = address.empty() ? "/" : address;
    const std::string link = context.page_link(address);
    links += (links.empty() ? "" : html_text(word(book, "separator"))) +
             (link.empty() ? html_text(shown) : link_html(link, shown));
  }
  return fmt::format("<details class=\"folded\"><summary>{}</summary>\n<p>{}</p>\n</details>\n",
                     html_text(word(book, "opened")), links);
}

/// What scripts/accessibility found of this publication, and what people judge.
class AccessibilityBlock final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    if (!book.publication.accessibility.is_examined())
      return fmt::format("<p>{}</p>\n", html_text(word(book, "untested")));
    return summary_html(context) + criteria_html(context) + examples_html(context) +
           opened_html(context);
  }
};

}  // namespace

std::unique_ptr<Block> make_accessibility(Options& /*options*/) {
  return std::make_unique<AccessibilityBlock>();
}

}  // namespace yokoten
