"""Text that was decoded by the wrong table: how it is told.

Belongs here: the pattern. Does not: what is done about it (parsed counts it, validated turns it down).
"""

from typing import Final

PATTERN: Final = (
    r"Ã[\u0080-\u00bf©¨ª«¼¶¤´¢§±³º]"
    r"|Â[\u00a0-\u00bf]"
    r"|[ÄÅ][\u0080-\u009fŸž°±¼½¾]"
    r"|â€[\u0080-\u009d\u00a2\u00a6\u2122œž“”˜™]"
    r"|[ÐÑ][\u0080-\u00bf°²³µ¸º¾½¼»±][ÐÑ]"
    r"|(?:Р[°-їєЅљњѓ]|С[‚ѓЃЊЋџ€]){3}"
    r"|(?:[ØÙÚÛ][\u0080-\u00bf§±¨ª³´­¯…‡†ˆŒ]){3}"
    r"|ï»¿"
)
"""Signs that UTF-8 leaves when it is read as windows-1252 or windows-1251: a lead byte and what may follow it.

Single letters of Cyrillic and Arabic prove nothing, so that these want three in a row. No orthography that we know of
puts these signs beside one another.
"""
