"""The screen that a program's bytes make: what ncurses uses of `xterm-256color`, without the colours."""
import codecs
import re
import unicodedata

TOKEN = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[()*+ #%].|\x1b(?P<escape>[^\[\]()*+ #%])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)", re.DOTALL)


class Screen:
    """Feed it bytes as they come; read `lines`."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [self.blank() for _ in range(rows)]
        self.x = self.y = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.last = " "
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.unread = ""

    def blank(self):
        return [" "] * self.columns

    @property
    def lines(self):
        return ["".join(row).rstrip() for row in self.cells]

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def is_whole(self):
        """Whether the last line has been drawn, which programs do last."""
        return bool(self.lines[-1])

    def feed(self, data):
        text = self.unread + self.decode(data)
        at = 0
        while at < len(text) and (token := TOKEN.match(text, at)):
            at = token.end()
            if token["text"]:
                self.put(token["text"])
            elif token["control"]:
                self.control(token["control"])
            elif token["escape"]:
                self.escape(token["escape"])
            elif token["final"] and not token["private"]:
                self.sequence(token["final"], [int(n) for n in re.split("[;:]", token["numbers"]) if n])
        self.unread = text[at:]

    def put(self, text):
        for letter in text:
            if unicodedata.combining(letter):
                continue
            width = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
            if self.x + width > self.columns:
                self.x = 0
                self.line_feed()
            self.cells[self.y][self.x:self.x + width] = [letter] + [""] * (width - 1)
            self.x += width
            self.last = letter

    def control(self, code):
        if code == "\r":
            self.x = 0
        elif code in "\n\v\f":
            self.line_feed()
        elif code == "\b":
            self.x = max(0, self.x - 1)
        elif code == "\t":
            self.x = min(self.columns - 1, self.x // 8 * 8 + 8)

    def escape(self, code):
        if code == "M":
            self.reverse_line_feed()
        elif code == "D":
            self.line_feed()
        elif code == "7":
            self.saved = (self.x, self.y)
        elif code == "8":
            self.x, self.y = self.saved

    def line_feed(self):
        if self.y == self.bottom:
            self.roll(self.top, 1)
        else:
            self.y = min(self.rows - 1, self.y + 1)

    def reverse_line_feed(self):
        if self.y == self.top:
            self.roll(self.top, -1)
        else:
            self.y = max(0, self.y - 1)

    def roll(self, top, by):
        """Moves the lines from `top` to the end of the scroll region up, or down where `by` is negative."""
        for _ in range(min(abs(by), self.bottom - top + 1)):
            source, target = (top, self.bottom) if by > 0 else (self.bottom, top)
            del self.cells[source]
            self.cells.insert(target, self.blank())

    def erase(self, first, last):
        """Blanks the cells from one to before another, counted through the screen line by line."""
        for cell in range(first, last):
            self.cells[cell // self.columns][cell % self.columns] = " "

    def sequence(self, final, numbers):
        number = numbers[0] if numbers else 0
        count = max(1, number)
        line, end = self.y * self.columns, self.rows * self.columns
        here, line_end = line + self.x, line + self.columns
        if final in "Hf":
            self.move(numbers[1] - 1 if len(numbers) > 1 else 0, count - 1)
        elif final in "G`":
            self.move(count - 1, self.y)
        elif final == "d":
            self.move(self.x, count - 1)
        elif final in "ABCD":
            dx, dy = {"A": (0, -1), "B": (0, 1), "C": (1, 0), "D": (-1, 0)}[final]
            self.move(self.x + dx * count, self.y + dy * count)
        elif final == "J":
            self.erase(*[(here, end), (0, here + 1), (0, end)][min(number, 2)])
        elif final == "K":
            self.erase(*[(here, line_end), (line, here + 1), (line, line_end)][min(number, 2)])
        elif final == "X":
            self.erase(here, min(here + count, line_end))
        elif final == "b":
            self.put(self.last * count)
        elif final in "LM":
            self.roll(self.y, count if final == "M" else -count)
        elif final in "ST":
            self.roll(self.top, count if final == "S" else -count)
        elif final in "P@":
            self.shift(count if final == "P" else -count)
        elif final == "r":
            self.top = count - 1
            self.bottom = (numbers[1] if len(numbers) > 1 else self.rows) - 1
            self.move(0, 0)

    def move(self, x, y):
        self.x = min(max(0, x), self.columns - 1)
        self.y = min(max(0, y), self.rows - 1)

    def shift(self, by):
        """Deletes cells at the cursor, or inserts blank ones where `by` is negative."""
        row = self.cells[self.y]
        if by > 0:
            row[self.x:] = row[self.x + by:]
        else:
            row[self.x:self.x] = [" "] * -by
        self.cells[self.y] = (row + self.blank())[:self.columns]
