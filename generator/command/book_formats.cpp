#include "command/book_formats.h"

namespace yokoten {
namespace {

constexpr lxw_color_t ink = 0x1F2933, pale_ink = 0x52606D, white = 0xFFFFFF, grid_line = 0xC3CDD6;
constexpr lxw_color_t deep = 0x0B4F6C, mid = 0x5C7C8A, pale = 0xEAF1F4, entry_fill = 0xFFF8DC;

lxw_color_t level_colour(Level level) {
  switch (level) {
    case Level::error:
      return 0xFFC7CE;
    case Level::warning:
      return 0xFFE699;
    case Level::note:
      break;
  }
  return 0xD6E8F7;
}

void fill(lxw_format* format, lxw_color_t colour) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_fg_color(format, colour);
}

void frame(lxw_format* format) {
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, grid_line);
}

void set_look(lxw_format* format, BookLook look) {
  format_set_font_name(format, "Meiryo UI");
  format_set_font_size(format, look == BookLook::aside ? 9 : look == BookLook::title ? 16 : 10.5);
  format_set_font_color(format, ink);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_LEFT);
  const bool heading = look == BookLook::heading || look == BookLook::required_heading;
  if (heading || look == BookLook::title || look == BookLook::fixed) format_set_bold(format);
  if (heading) {
    fill(format, look == BookLook::heading ? mid : deep);
    format_set_font_color(format, white);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  }
  if (look == BookLook::aside || look == BookLook::fixed) fill(format, pale);
  if (look == BookLook::aside) format_set_font_color(format, pale_ink);
  if (look == BookLook::required_entry) fill(format, entry_fill);
  if (look != BookLook::plain && look != BookLook::title && look != BookLook::guide) frame(format);
}

}  // namespace

lxw_format* BookFormats::format(BookLook look, const std::string& number,
                                std::optional<Level> level) {
  lxw_format*& made = made_[{look, number, level ? static_cast<int>(*level) : -1}];
  if (made != nullptr) return made;
  made = workbook_add_format(book_);
  set_look(made, look);
  if (number == "General" || number == "#,##0") format_set_align(made, LXW_ALIGN_RIGHT);
  if (!number.empty()) format_set_num_format(made, number.c_str());
  if (level) {
    fill(made, level_colour(*level));
    if (look == BookLook::heading || look == BookLook::required_heading)
      format_set_font_color(made, ink);
  }
  return made;
}

lxw_format* BookFormats::link() {
  lxw_format*& made = made_[{BookLook::entry, "link", -1}];
  if (made != nullptr) return made;
  made = workbook_add_format(book_);
  set_look(made, BookLook::entry);
  format_set_font_color(made, deep);
  format_set_underline(made, LXW_UNDERLINE_SINGLE);
  return made;
}

// Text where a spreadsheet would make 2025-09 a day, 012025 a number or 13:30 a fraction.
std::string number_format(const BookColumn& column) {
  if (column.entry == Entry::day) return "yyyy-mm-dd";
  if (column.entry == Entry::number || column.entry == Entry::year)
    return column.key.find("cost") != std::string::npos ? "#,##0" : "General";
  return "@";
}

}  // namespace yokoten
