"""Takes TLS off: listens on loopback with a certificate, and passes what comes to another port.

Usage: tls.py CERTIFICATE KEY PORT; prints its own address."""

import socket
import ssl
import sys
import threading

certificate, key, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
listener = socket.create_server(("127.0.0.1", 0))
print(f"127.0.0.1:{listener.getsockname()[1]}", flush=True)


def copy(source, destination):
    try:
        while data := source.recv(65536):
            destination.sendall(data)
        destination.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def serve(connection):
    try:
        with context.wrap_socket(connection, server_side=True) as inside, socket.create_connection(("127.0.0.1", port)) as behind:
            back = threading.Thread(target=copy, args=(behind, inside), daemon=True)
            back.start()
            copy(inside, behind)
            back.join(10)
    except OSError:
        pass  # Whoever doesn't trust the certificate hangs up.


while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
