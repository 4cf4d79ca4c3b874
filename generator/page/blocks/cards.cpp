#include <fmt/format.h>

#include <algorithm>

#include "base/count_text.h"
#include "base/html_text.h"
#include "base/japanese_marks.h"
#include "base/text.h"
#include "page/blocks/makers.h"
#include "page/card_picture.h"
#include "page/card_text.h"
#include "page/fields.h"
#include "page/indicator_text.h"
#include "page/sources_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// What stands in one line of the narrowest card in large type.
constexpr int kMostLargeLetters = 9;
constexpr std::size_t kCardValues = 17;  ///< that a card's template is filled with

struct Card {
  int indicator = -1;
  std::string goal_label, part;
  Text title;
  bool is_rank = false, in_prefecture = false;
  std::optional<Decimal> goal;
  TomlReader::Pairs words;
  Text say, say_bound, say_missing;
};

Card read_card(Options& options) {
  Card card;
  card.indicator = options.required_indicator();
  card.title = options.plain("title", true);
  card.is_rank = options.word("show", {"value", "rank"}) == "rank";
  card.in_prefecture = options.word("within", {"nation", "prefecture"}) == "prefecture";
  card.goal = options.toml().number("goal");
  card.goal_label = options.toml().text("goal_label");
  card.words = options.toml().pairs("words");
  card.part = options.toml().text("part");
  card.say = options.line("say", true);
  card.say_bound = options.line("say_bound", true);
  card.say_missing = options.line("say_missing", true);
  return card;
}

// A card has room for the first word of 厚生労働省 老健局高齢者支援課, and for what stands before
// brackets in other languages; the evidence has the whole.
std::string first_word(const std::string& name) {
  return name.substr(0, name.find(has_japanese(name) ? " " : " ("));
}

std::string word_for(const Card& card, const std::string& number) {
  for (const auto& [printed, word] : card.words)
    if (printed == number) return word;
  return {};
}

class Cards final : public Block {
 public:
  explicit Cards(Options& options) {
    for (const int indicator : options.indicators()) cards_.push_back({.indicator = indicator});
    if (options.toml().take("pictures") != nullptr) {
      const auto wanted = options.words("pictures", {"progress", "strip"});
      progress_ = std::find(wanted.begin(), wanted.end(), "progress") != wanted.end();
      strip_ = std::find(wanted.begin(), wanted.end(), "strip") != wanted.end();
    }
    const TomlNode* list = options.toml().take("card", TomlNode::Kind::list);
    if (list == nullptr) return;
    for (const TomlNode& table : list->children) {
      Options inner = options.inside("card", table);
      cards_.push_back(read_card(inner));
    }
  }

  bool may_draw() const override { return true; }
  bool draws() const override { return progress_ || strip_; }
  std::string html(Context& context) const override {
    std::vector<View> views;
    views.reserve(cards_.size());
    for (const Card& card : cards_) views.push_back(view_of(context, card));
    if (views.empty()) return {};
    const std::string cards =
        context.templates.filled("cards", View().list("cards", std::move(views)));
    // Inside a section the cards need no heading of their own.
    if (!context.first("cards")) return cards;
    return fmt::format("<section aria-label=\"{0}\"><h2 class=\"vh\">{0}</h2>{1}</section>\n",
                       html_text(context.book.word("page.main_figures")), cards);
  }

 private:
  View view_of(Context& context, const Card& card) const;
  void set_value(View& view, Context& context, const Card& card, const Figure& figure) const;
  void set_rank(View& view, Context& context, const Card& card, const Figure& figure) const;
  static std::string among(const Context& context, const Figure& figure, const Rank& rank);
  static std::string why_no_place(const Book& book, const Figure& figure, const Rank* rank);
  static std::string say(const Context& context, const Card& card, const Figure& figure);

  std::vector<Card> cards_;
  bool progress_ = true, strip_ = true;
};

View Cards::view_of(Context& context, const Card& card) const {
  const Book& book = context.book;
  const int id = context.meant(card.indicator);
  const Figure figure = newest_figure(book, id, context.whole(), card.part);
  const std::string title =
      card.title.empty() ? book.indicator(id).title : context.plain(card.title, &figure);
  const std::string said = say(context, card, figure);
  const std::string link = context.indicator_link(id);
  View view(kCardValues);
  view.text("title_html", breakable_html(title))
      .text("href", link)
      .text("as_of", bare_as_of_text(book, figure))
      .text("source", first_word(publisher_text(book, figure)))
      .text("evidence_href", context.evidence_at(link))
      .text("evidence_text", book.word("label.evidence_short"))
      .text("say_html", said);
  std::vector<View> tags;
  for (const std::string& word : flag_words(book, figure))
    tags.push_back(View().text("text", word));
  view.flag("says", !said.empty() || !tags.empty()).list("tags", std::move(tags));
  if (card.is_rank)
    set_rank(view, context, card, figure);
  else
    set_value(view, context, card, figure);
  return view;
}

void Cards::set_value(View& view, Context& context, const Card& card, const Figure& figure) const {
  const Book& book = context.book;
  const std::string number = number_text(book, figure), word = word_for(card, number);
  const bool shown = word.empty() && !number.empty();
  SmallChart picture;
  if (progress_ && shown && card.words.empty())
    picture = progress_picture(context, figure, card.goal, card.goal_label);
  if (strip_ && shown && card.words.empty() && picture.svg.empty())
    picture = strip_picture(context, figure);
  view.text("value", shown ? number : "")
      .text("unit", unit_joined(book, number, book.indicator(figure.indicator).unit))
      .text("of", parts_text(book, figure))
      .text("word", word.empty() ? missing_text(book, figure) : word)
      .text("picture", picture.svg)
      .text("take_html", picture.take_html)
      .flag("bound", figure.is_bound())
      .flag("long", letters_in(number) > kMostLargeLetters);
}

void Cards::set_rank(View& view, Context& context, const Card& card, const Figure& figure) const {
  const Book& book = context.book;
  const Rank* any = rank_of(book, figure, card.in_prefecture);
  const Rank* rank = telling_rank(book, figure, card.in_prefecture);
  SmallChart picture;
  if (strip_ && rank != nullptr && !card.in_prefecture) picture = strip_picture(context, figure);
  view.text("value", rank == nullptr ? "" : count_text(rank->place))
      .text("unit", book.word("card.place_unit"))
      .text("of", rank == nullptr ? "" : among(context, figure, *rank))
      .text("word", why_no_place(book, figure, any))
      .text("picture", picture.svg)
      .text("take_html", picture.take_html)
      .flag("bound", false)
      .flag("long", false);
}

// 47都道府県のうち、3都道府県が同率
std::string Cards::among(const Context& context, const Figure& figure, const Rank& rank) {
  const Book& book = context.book;
  const bool municipal = book.areas.at(context.whole()).level == AreaLevel::municipality;
  std::string text = book.word("label.among", {among_text(book, !municipal, rank.of)});
  if (rank.tied > 1)
    add_listed(book, text, book.word("card.tied", {tied_text(book, figure, rank)}));
  return text;
}

std::string Cards::why_no_place(const Book& book, const Figure& figure, const Rank* rank) {
  const std::string reason = missing_text(book, figure);
  if (!reason.empty()) return reason;
  const std::string none = book.word("state.no_rank");
  return rank == nullptr ? none : bracketed(book, none, no_place_text(book, figure, *rank));
}

std::string Cards::say(const Context& context, const Card& card, const Figure& figure) {
  if (figure.is_bound())
    return card.say_bound.empty() ? html_text(context.book.indicator(figure.indicator).caution)
                                  : context.said_html(card.say_bound, &figure);
  if (!figure.has_value()) return context.said_html(card.say_missing, &figure);
  if (!card.say.empty()) return context.said_html(card.say, &figure);
  if (card.goal) return goal_html(context, figure, *card.goal);
  return distance_html(context, figure);
}

}  // namespace

std::unique_ptr<Block> make_cards(Options& options) { return std::make_unique<Cards>(options); }

}  // namespace yokoten
