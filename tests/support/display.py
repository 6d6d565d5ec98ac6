# SPDX-License-Identifier: GPL-3.0-or-later
"""The little of the X protocol that it takes to press keys in a window and to read its title."""
import os
import socket
import struct

KEY_PRESS, KEY_RELEASE, MOTION = 2, 3, 6
ANY_TYPE = 0


class Display:
    """A connection to a display of this computer that asks nobody for a password."""

    def __init__(self, name=None):
        number = (name or os.environ["DISPLAY"]).split(":")[1].split(".")[0]
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect("/tmp/.X11-unix/X" + number)
        self.number = 0
        self.socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, _, _, length = struct.unpack("<BxHHH", self.read(8))
        setup = self.read(4 * length)
        if accepted != 1:
            raise OSError("the display does not let us in")
        vendor, = struct.unpack_from("<H", setup, 16)
        n_formats = setup[21]
        self.first_key, self.last_key = setup[26], setup[27]
        screen = 32 + (vendor + 3) // 4 * 4 + 8 * n_formats
        self.root, = struct.unpack_from("<I", setup, screen)
        self.keys = self.read_keys()
        self.test = self.find_extension(b"XTEST")
        self.title_atom = self.intern(b"_NET_WM_NAME")

    def read(self, length):
        data = b""
        while len(data) < length:
            more = self.socket.recv(length - len(data))
            if not more:
                raise OSError("the display is gone")
            data += more
        return data

    def send(self, opcode, detail, body):
        body += b"\0" * (-len(body) % 4)
        self.socket.sendall(struct.pack("<BBH", opcode, detail, 1 + len(body) // 4) + body)
        self.number = (self.number + 1) & 0xffff

    def ask(self, opcode, detail=0, body=b""):
        """The reply to a request; None where it failed, as when a window is gone."""
        self.send(opcode, detail, body)
        while True:
            head = self.read(32)
            kind, _, number = struct.unpack_from("<BBH", head)
            if kind == 1:
                length, = struct.unpack_from("<I", head, 4)
                head += self.read(4 * length)
            if kind < 2 and number == self.number:
                return head if kind == 1 else None

    def read_keys(self):
        """The code of each key by its first symbol."""
        count = self.last_key - self.first_key + 1
        reply = self.ask(101, 0, struct.pack("<BBxx", self.first_key, count))
        width = reply[1]
        symbols = struct.unpack_from("<%dI" % (width * count), reply, 32)
        return {symbols[i * width]: self.first_key + i for i in reversed(range(count))}

    def find_extension(self, name):
        reply = self.ask(98, 0, struct.pack("<Hxx", len(name)) + name)
        if reply is None or not reply[8]:
            raise OSError("the display lacks " + name.decode())
        return reply[9]

    def intern(self, name):
        reply = self.ask(16, 0, struct.pack("<Hxx", len(name)) + name)
        return struct.unpack_from("<I", reply, 8)[0]

    def fake(self, kind, detail, x=0, y=0):
        self.send(self.test, 2, struct.pack("<BBxxIIxxxxxxxxhhxxxxxxxx", kind, detail, 0, self.root,
                                            x, y))

    def sync(self):
        """Waits until all that was sent has been done."""
        self.ask(43)

    def point(self, x, y):
        self.fake(MOTION, 0, x, y)
        self.sync()

    def press(self, *symbols):
        """Presses keys, the modifiers first, and lets them go."""
        codes = [self.keys[s if isinstance(s, int) else ord(s)] for s in symbols]
        for code in codes:
            self.fake(KEY_PRESS, code)
        for code in reversed(codes):
            self.fake(KEY_RELEASE, code)
        self.sync()

    def titles(self):
        """The titles of all windows."""
        reply = self.ask(15, 0, struct.pack("<I", self.root))
        count, = struct.unpack_from("<H", reply, 16)
        found = []
        for window in struct.unpack_from("<%dI" % count, reply, 32):
            title = self.ask(20, 0, struct.pack("<IIIII", window, self.title_atom, ANY_TYPE, 0,
                                                1024))
            if title is not None:
                length, = struct.unpack_from("<I", title, 16)
                found.append(title[32:32 + length].decode("utf-8", "replace"))
        return [title for title in found if title]
