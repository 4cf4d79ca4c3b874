#include "model/words.h"

#include <algorithm>
#include <optional>

#include "model/period_words.h"

namespace yokoten {

namespace {

/// One `{…}` of a text.
struct WordPlace {
  std::size_t begin = 0, end = 0;
  int number = 0;  ///< from 1; 0 takes the next value
  bool has_forms = false, is_sound = true;
  std::string_view one, many;
};

std::optional<WordPlace> place_from(std::string_view text, std::size_t from) {
  const std::size_t begin = text.find('{', from);
  const std::size_t end = text.find('}', begin);
  if (begin == text.npos || end == text.npos) return std::nullopt;
  WordPlace place{begin, end + 1};
  std::string_view inside = text.substr(begin + 1, end - begin - 1);
  const std::size_t bar = inside.find('|');
  if (bar != inside.npos) {
    const std::string_view forms = inside.substr(bar + 1);
    place.has_forms = true;
    place.one = forms.substr(0, forms.find('|'));
    place.is_sound = std::count(forms.begin(), forms.end(), '|') == 1;
    place.many = forms.substr(std::min(forms.find('|') + 1, forms.size()));
    inside = inside.substr(0, bar);
  }
  if (inside.empty()) {
    place.is_sound = place.is_sound && !place.has_forms;
    return place;
  }
  const bool is_number = inside.size() == 1 && inside[0] >= '1' && inside[0] <= '9';
  if (is_number) place.number = inside[0] - '0';
  place.is_sound = place.is_sound && is_number;
  return place;
}

}  // namespace

WordPlaces word_places(std::string_view text) {
  WordPlaces all;
  int next = 0;
  for (auto place = place_from(text, 0); place; place = place_from(text, place->end)) {
    (place->number == 0 ? all.in_order : all.numbered) = true;
    all.most = std::max(all.most, place->number == 0 ? ++next : place->number);
    all.is_sound = all.is_sound && place->is_sound;
  }
  all.is_sound = all.is_sound && !(all.in_order && all.numbered);
  return all;
}

std::string filled_word(std::string_view text, const std::vector<std::string>& values) {
  std::string out;
  std::size_t room = text.size();
  for (const std::string& value : values) room += value.size();
  out.reserve(room);
  std::size_t plain = 0, next = 0;
  for (auto place = place_from(text, 0); place; place = place_from(text, place->end)) {
    const std::size_t at =
        place->number == 0 ? next++ : static_cast<std::size_t>(place->number) - 1;
    if (at >= values.size() || !place->is_sound) continue;
    out += text.substr(plain, place->begin - plain);
    out += !place->has_forms   ? std::string_view(values[at])
           : values[at] == "1" ? place->one
                               : place->many;
    plain = place->end;
  }
  out.append(text.substr(plain));
  return out;
}

std::string word_of(const Publication& publication, const std::string& key,
                    const std::vector<std::string>& values) {
  const auto at = publication.words.find(key);
  return filled_word(at == publication.words.end() ? key : at->second, values);
}

std::string date_of(const Publication& publication, const std::string& moment) {
  const auto period = parse_period(moment);
  if (!period) return moment;
  if (publication.language == "en") return to_english(*period);
  return publication.both_years ? to_japanese_with_era(*period) : to_japanese(*period);
}

}  // namespace yokoten
