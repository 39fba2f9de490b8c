//! What stands between a client and the emulator: a TLS server, a proxy, and services that give out credentials.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_util::sync::CancellationToken;

/// The name that the TLS server has a certificate for. It exists nowhere.
pub const HOST: &str = "config.cfn-gate.test";

/// Something that listens on loopback, on a thread of its own; it stops when this is dropped.
pub struct Server {
    pub address: SocketAddr,
    stop: CancellationToken,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Hands every connection to `serve`.
    fn start<F, W>(serve: F) -> Server
    where
        F: Fn(TcpStream) -> W + Send + 'static,
        W: Future<Output = ()> + Send + 'static,
    {
        let listener = StdListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let stop = CancellationToken::new();
        let stopped = stop.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                loop {
                    tokio::select! {
                        () = stopped.cancelled() => return,
                        accepted = listener.accept() => {
                            if let Ok((stream, _)) = accepted {
                                tokio::spawn(serve(stream));
                            }
                        }
                    }
                }
            });
        });
        Server { address, stop, thread: Some(thread) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.cancel();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

/// A TLS server for [`HOST`] and `localhost` before `upstream`, and the certificate of its authority in PEM form.
pub fn tls(upstream: SocketAddr) -> (Server, String) {
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let names = vec![HOST.to_owned(), "localhost".to_owned()];
    let certificate = CertificateParams::new(names).unwrap().signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder().with_no_client_auth();
    let config = config.with_single_cert(vec![certificate.der().clone()], key).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let server = Server::start(move |stream| {
        let acceptor = acceptor.clone();
        async move {
            // A client that doesn't trust us hangs up here.
            let Ok(mut stream) = acceptor.accept(stream).await else { return };
            let mut upstream = TcpStream::connect(upstream).await.unwrap();
            let _ = copy_bidirectional(&mut stream, &mut upstream).await;
        }
    });
    (server, authority.pem())
}

/// The first lines of the requests that a proxy got.
pub type Requests = Arc<Mutex<Vec<String>>>;

/// An HTTP proxy that leads to `upstream`, whatever it is asked for.
pub fn proxy(upstream: SocketAddr) -> (Server, Requests) {
    let requests = Requests::default();
    let seen = Arc::clone(&requests);
    let server = Server::start(move |mut stream| {
        let seen = Arc::clone(&seen);
        async move {
            let Some(head) = head(&mut stream).await else { return };
            let first = head.lines().next().unwrap_or_default().to_owned();
            seen.lock().unwrap().push(first.clone());
            let mut upstream = TcpStream::connect(upstream).await.unwrap();
            if first.starts_with("CONNECT ") {
                stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await.unwrap();
            } else {
                // The emulator takes the absolute form too, so the request goes on as it came.
                upstream.write_all(head.as_bytes()).await.unwrap();
            }
            let _ = copy_bidirectional(&mut stream, &mut upstream).await;
        }
    });
    (server, requests)
}

/// A service that gives the answer of `answer` to each request, a JSON text; `None` is 404. It is given method, path and
/// headers as they came.
pub fn service(answer: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Server {
    let answer = Arc::new(answer);
    Server::start(move |mut stream| {
        let answer = Arc::clone(&answer);
        async move {
            let Some(head) = head(&mut stream).await else { return };
            let (status, body) = match answer(&head) {
                Some(body) => ("200 OK", body),
                None => ("404 Not Found", "{}".into()),
            };
            let text = format!(
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n\
                 {body}",
                body.len()
            );
            let _ = stream.write_all(text.as_bytes()).await;
        }
    })
}

/// What a request begins with, up to the blank line.
async fn head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let byte = stream.read_u8().await.ok()?;
        head.push(byte);
    }
    String::from_utf8(head).ok()
}
