#include "chart/spec/channel_form.h"

namespace yokoten::chart {
namespace {

// An encoding with how it is written, so that the table can tell the channels.
struct EncodingDraft {
  EncodingSpec& encoding;
  Written written;
  Spec* facets;
};

template <ChannelKind kind, auto Member>
void position(Reading& reading, const Json& json, EncodingDraft& draft) {
  take_position(reading, json, kind, draft.written, draft.encoding.*Member);
}

template <ChannelKind kind, auto Member>
void look(Reading& reading, const Json& json, EncodingDraft& draft) {
  take_look(reading, json, kind, draft.written, draft.encoding.*Member);
}

template <ChannelKind kind, auto Member>
void line(Reading& reading, const Json& json, EncodingDraft& draft) {
  take_text_channel(reading, json, kind, draft.written, draft.encoding.*Member);
}

using Kind = ChannelKind;
using Encoding = EncodingSpec;
constexpr Property<EncodingDraft> kChannels[] = {
    {"x", position<Kind::x, &Encoding::x>},
    {"y", position<Kind::y, &Encoding::y>},
    {"x2", position<Kind::x2, &Encoding::x2>},
    {"y2", position<Kind::y2, &Encoding::y2>},
    {"color", look<Kind::color, &Encoding::color>},
    {"opacity", look<Kind::opacity, &Encoding::opacity>},
    {"size", look<Kind::size, &Encoding::size>},
    {"text", line<Kind::text, &Encoding::text>},
    {"href", line<Kind::href, &Encoding::href>},
    {"description", line<Kind::description, &Encoding::description>},
    {"tooltip",
     [](Reading& r, const Json& j, EncodingDraft& d) { take_tooltip_channel(r, j, d.encoding); }},
    {"order", [](Reading& r, const Json& j,
                 EncodingDraft& d) { take_order_channel(r, j, d.encoding.order); }},
    {"detail",
     [](Reading& r, const Json& j, EncodingDraft& d) { take_detail_channel(r, j, d.encoding); }},
};

constexpr Property<EncodingDraft> kFacets[] = {
    {"row",
     [](Reading& r, const Json& j, EncodingDraft& d) { take_facet(r, j, true, d.facets->row); }},
    {"column",
     [](Reading& r, const Json& j, EncodingDraft& d) { take_facet(r, j, true, d.facets->column); }},
};

}  // namespace

void take_encoding(Reading& reading, const Json& json, Written written, EncodingSpec& encoding,
                   Spec* facets) {
  EncodingDraft draft{encoding, written, facets};
  if (facets)
    take_object(reading, json, draft, {kChannels, kFacets});
  else
    take_object(reading, json, draft, {kChannels});
}

}  // namespace yokoten::chart
