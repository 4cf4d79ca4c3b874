#include <algorithm>

#include "page/blocks/makers.h"
#include "page/plain_text.h"
#include "page/row_lists.h"

namespace yokoten {
namespace {

// A word such as 公表資料に未掲載 is shown as the state that it is.
bool is_state(const Book& book, const std::string& text) {
  const auto& words = book.publication.words;
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    return word.first.starts_with("state.") && word.second == text;
  });
}

/// Terms with their texts, as written on the page.
class KeyValues final : public Block {
 public:
  explicit KeyValues(Options& options) {
    options.toml().require("rows");
    for (const TomlNode& node : options.toml().items("rows", TomlNode::Kind::list)) {
      Options inner = options.inside("rows", node);
      TomlReader& row = inner.toml();
      const std::string term = row.required_text("term");
      const std::string text = row.required_text("text");
      rows_.push_back({options.line_of(term, row.place("term"), false),
                       options.line_of(text, row.place("text"), false)});
    }
  }

  std::string html(Context& context) const override {
    std::vector<KeyRow> rows;
    for (const auto& [term, text] : rows_) {
      const std::string html = context.said_html(text);
      if (html.empty() && !text.empty()) continue;
      rows.push_back(
          {plain_text(context.html(term)), html, is_state(context.book, plain_text(html))});
    }
    return key_values_html(context, rows);
  }

 private:
  std::vector<std::pair<Text, Text>> rows_;
};

/// A paragraph apart from the text.
class Note final : public Block {
 public:
  explicit Note(Options& options)
      : text_(options.line_of(options.toml().required_text("text"), options.toml().place("text"),
                              false)),
        title_(options.line("title", false)),
        plain_(options.toml().truth("plain")) {}

  std::string html(Context& context) const override {
    const std::string html = context.said_html(text_);
    if (html.empty() && !text_.empty()) return {};
    return note_html(
        context,
        {.title = plain_text(context.html(title_)), .html = html, .id = {}, .plain = plain_});
  }

 private:
  Text text_, title_;
  bool plain_;
};

}  // namespace

std::unique_ptr<Block> make_key_values(Options& options) {
  return std::make_unique<KeyValues>(options);
}

std::unique_ptr<Block> make_note(Options& options) { return std::make_unique<Note>(options); }

}  // namespace yokoten
