#include "model/words.h"

#include "model/period_words.h"

namespace yokoten {

std::string word_of(const Publication& publication, const std::string& key,
                    const std::vector<std::string>& values) {
  const auto at = publication.words.find(key);
  std::string text = at == publication.words.end() ? key : at->second;
  std::size_t from = 0;
  for (const std::string& value : values) {
    const std::size_t place = text.find("{}", from);
    if (place == std::string::npos) break;
    text.replace(place, 2, value);
    from = place + value.size();
  }
  return text;
}

std::string date_of(const Publication& publication, const std::string& moment) {
  const auto period = parse_period(moment);
  if (!period) return moment;
  return publication.both_years ? to_japanese_with_era(*period) : to_japanese(*period);
}

}  // namespace yokoten
