#pragma once

#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// A term and what stands for it, HTML.
struct KeyRow {
  std::string term, html;
  bool state = false;  ///< the word for something that is not known
};

/// Appends a row, unless the text is empty.
void add_text(std::vector<KeyRow>& rows, const std::string& term, const std::string& text);

View key_values_view(const std::vector<KeyRow>& rows);
std::string key_values_html(Context& context, const std::vector<KeyRow>& rows);

/// A line of a list: a date (or a word) and a text, HTML.
struct ListRow {
  std::string term, html;
  std::string date;     ///< ISO; the term is that date then
  bool strong = false;  ///< the word asks for attention
};

std::string rows_html(Context& context, const std::vector<ListRow>& rows);

/// A paragraph apart from the others; orange unless it is plain.
struct NoteText {
  std::string title, html, id;
  bool plain = false;
};

std::string note_html(Context& context, const NoteText& note);

/// Stands for rows of a source whose file does not go out.
std::string withheld_html(Context& context);

}  // namespace yokoten
