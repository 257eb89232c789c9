import assert from 'node:assert/strict';
import { inWords, realResolver, type Resolve } from './realImages.ts';

const sha = `sha256:${'0'.repeat(64)}`;

/** Expected values come from the histories of the library and the distributions' own facts, not from the product. */
const today = [
	// the distribution's own images
	['debian:11', 'debian 11 bullseye, 5.10, glibc 2.31'],
	['debian:bullseye-slim', 'debian 11 bullseye, 5.10, glibc 2.31'],
	['debian:bullseye-20230411-slim', 'debian 11 bullseye, 5.10, glibc 2.31'],
	['debian:10.13', 'debian 10 buster, 4.19, glibc 2.28'],
	['debian:stable-slim', 'debian 13 trixie, 6.12, glibc 2.41'],
	['debian', 'debian 13 trixie, 6.12, glibc 2.41'],
	['debian:squeeze', 'unknown: unlisted-tag'],
	['debian:sid-20220101', 'debian sid, unknown: moving-tag'],
	['debian:bogus', 'unknown: unlisted-tag'],
	['ubuntu:14.04', 'ubuntu 14.04 trusty, 3.13, glibc 2.19'],
	['ubuntu:jammy-20240227', 'ubuntu 22.04 jammy, 5.15, glibc 2.35'],
	['ubuntu', 'ubuntu 26.04 resolute, 7.0, glibc 2.43'],
	['ubuntu:99.04', 'unknown: unlisted-tag'],
	['alpine:3.18.4', 'alpine 3.18, 6.1, musl 1.2.4'],
	['alpine:3.99', 'unknown: unlisted-tag'],
	['centos:6.9', 'centos 6, 2.6.32 rhel6, glibc 2.12'],
	['centos:7', 'centos 7, 3.10 rhel7, glibc 2.17'],
	['centos:centos7.9.2009', 'centos 7, 3.10 rhel7, glibc 2.17'],
	['centos', 'centos 8, 4.18 rhel8, glibc 2.28'],
	['centos:8.2.2004', 'centos 8, 4.18 rhel8.2, glibc 2.28'],
	['almalinux:8.5', 'almalinux 8, 4.18 rhel8.5, glibc 2.28'],
	['almalinux:9.2-minimal', 'almalinux 9, 5.14 rhel9.2, glibc 2.34'],
	['rockylinux:8.7', 'rocky 8, 4.18 rhel8.7, glibc 2.28'],
	['rockylinux:9-minimal', 'rocky 9, 5.14 rhel9, glibc 2.34'],
	['oraclelinux:8.4', 'oraclelinux 8, 4.18 rhel8.4, glibc 2.28'],
	['oraclelinux:7-slim', 'oraclelinux 7, 3.10 rhel7, glibc 2.17'],
	['amazonlinux:2', 'amazonlinux 2, 4.14, glibc 2.26'],
	['amazonlinux:2.0.20230119.1', 'amazonlinux 2, 4.14, glibc 2.26'],
	['amazonlinux:1', 'amazonlinux 1, 4.14, glibc 2.17'],
	['amazonlinux:2018.03', 'amazonlinux 1, 4.14, glibc 2.17'],
	['amazonlinux:latest', 'amazonlinux 2023, 6.1, glibc 2.34'],
	['fedora:40', 'fedora 40, 6.8, glibc 2.39'],
	['fedora:99', 'unknown: unlisted-tag'],
	['photon:4.0', 'photon 4.0, 5.10, glibc 2.32'],
	['opensuse:42.3', 'opensuse-leap 42.3, 4.4, glibc 2.22'],
	['archlinux', 'arch rolling, unknown: no-release'],
	['archlinux:base-devel', 'arch rolling, unknown: no-release'],
	['busybox', 'busybox glibc, unknown: no-release'],
	// languages
	['python:3.9-slim-buster', 'debian 10 buster, 4.19, glibc 2.28, python 3.9'],
	['python:3.9', 'debian 13 trixie, 6.12, glibc 2.41, python 3.9'],
	['python:3.8', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.8'],
	['python:3', 'debian 13 trixie, 6.12, glibc 2.41, python 3.14.7'],
	['python', 'debian 13 trixie, 6.12, glibc 2.41, python 3.14.7'],
	['python:2', 'debian 10 buster, 4.19, glibc 2.28, python 2.7'],
	['python:3.7.3', 'debian 9 stretch, 4.9, glibc 2.24, python 3.7.3'],
	['python:3.7.4', 'debian 10 buster, 4.19, glibc 2.28, python 3.7.4'],
	['python:3.12.10', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.12.10'],
	['python:3.12.11-slim', 'debian 13 trixie, 6.12, glibc 2.41, python 3.12.11'],
	['python:3-slim-buster', 'debian 10 buster, 4.19, glibc 2.28, python 3.11'],
	['python:3.12.99-bookworm', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.12.99'],
	['python:3.12.99-alpine3.20', 'alpine 3.20, 6.6, musl 1.2.5, python 3.12.99'],
	['python:3.12.99', 'unknown: unlisted-tag'],
	['python:3.99-slim', 'unknown: unlisted-tag'],
	['python:3.6-windowsservercore', 'unknown: windows'],
	['node:20', 'debian 12 bookworm, 6.1, glibc 2.36, node 20'],
	['node:18-alpine3.15', 'alpine 3.15, 5.15, musl 1.2.2, node 18'],
	['node:lts', 'debian 12 bookworm, 6.1, glibc 2.36, node 24.19.0'],
	['node:lts-buster', 'debian 10 buster, 4.19, glibc 2.28, node 20'],
	['node:iron-slim', 'debian 12 bookworm, 6.1, glibc 2.36, node 20'],
	['node:14.21.3-bullseye-slim', 'debian 11 bullseye, 5.10, glibc 2.31, node 14.21.3'],
	['pypy:3.9-7.3.9-slim', 'debian 11 bullseye, 5.10, glibc 2.31, pypy 3.9'],
	['eclipse-temurin:17-ubi9-minimal', 'rhel 9, 5.14 rhel9, glibc 2.34'],
	['gradle:8.10-jdk23-jammy', 'ubuntu 24.04 noble, 6.8, glibc 2.39'],
	['ros:kinetic', 'ubuntu 16.04 xenial, 4.4, glibc 2.23'],
	['ros:noetic-ros-base-focal', 'ubuntu 20.04 focal, 5.4, glibc 2.31'],
	['swift:6.9-amazonlinux2023-slim', 'amazonlinux 2023, 6.1, glibc 2.34'],
	['swift:6.0.9-fedora41', 'fedora 41, 6.11, glibc 2.40'],
	['azul-zulu:21-jre-almalinux10', 'almalinux 10, 6.12 rhel10, glibc 2.39'],
	['nats:2.10', 'unknown: scratch'],
	['crate:5.0', 'unknown: no-release'],
	// what is no release at all
	['scratch', 'unknown: scratch'],
	['${BASE}', 'unknown: build-argument'],
	['{{ base.image }}:1', 'unknown: build-argument'],
	['{% if slim %}debian:12-slim{% endif %}', 'unknown: build-argument'],
	['#IMAGE_NAME#', 'unknown: build-argument'],
	['foo:bar:baz', 'unknown: invalid-reference'],
	[sha, 'unknown: digest-only'],
	[`python@${sha}`, 'unknown: digest-only'],
	[`python:3.9-buster@${sha}`, 'debian 10 buster, 4.19, glibc 2.28, python 3.9'],
	['mycorp/app:1.0-bookworm', 'unknown: unlisted-image'],
	['nosuchimage', 'unknown: unlisted-image'],
	['constructor', 'unknown: unlisted-image'],
	['registry:5000/library/python:3.9-buster', 'unknown: unlisted-image'],
	// copies of the library
	['public.ecr.aws/docker/library/python:3.9-buster', 'debian 10 buster, 4.19, glibc 2.28, python 3.9'],
	['mirror.gcr.io/library/node:18-bullseye', 'debian 11 bullseye, 5.10, glibc 2.31, node 18'],
	['arm64v8/debian:11', 'debian 11 bullseye, 5.10, glibc 2.31'],
	['arm32v7/scratch', 'unknown: scratch'],
	// other registries
	['registry.access.redhat.com/ubi8', 'rhel 8, 4.18 rhel8, glibc 2.28'],
	['registry.access.redhat.com/ubi8/ubi:8.6', 'rhel 8, 4.18 rhel8.6, glibc 2.28'],
	['registry.access.redhat.com/ubi9-minimal:9.4-1194', 'rhel 9, 5.14 rhel9.4, glibc 2.34'],
	['registry.access.redhat.com/ubi9/python-311:1-117', 'rhel 9, 5.14 rhel9, glibc 2.34, python 3.11'],
	['registry.access.redhat.com/ubi8/nodejs-18-minimal', 'rhel 8, 4.18 rhel8, glibc 2.28, node 18'],
	[`registry.access.redhat.com/ubi8/ubi@${sha}`, 'rhel 8, 4.18 rhel8, glibc 2.28'],
	['registry.redhat.io/rhel7/rhel', 'rhel 7, 3.10 rhel7, glibc 2.17'],
	['registry.access.redhat.com/rhel6', 'rhel 6, 2.6.32 rhel6, glibc 2.12'],
	['registry.access.redhat.com/rhscl/python-36-rhel7', 'rhel 7, 3.10 rhel7, glibc 2.17, python 3.6'],
	['quay.io/centos/centos:stream9', 'centos-stream 9, 5.14 rhel9, glibc 2.34'],
	['quay.io/sclorg/nodejs-20-c9s', 'centos-stream 9, 5.14 rhel9, glibc 2.34, node 20'],
	['quay.io/pypa/manylinux2014_x86_64', 'centos 7, 3.10 rhel7, glibc 2.17'],
	['gcr.io/distroless/nodejs20-debian12:debug', 'distroless debian12, 6.1, glibc 2.36, node 20'],
	['gcr.io/distroless/python3-debian11', 'distroless debian11, 5.10, glibc 2.31, python 3.9'],
	['gcr.io/distroless/base', 'unknown: moving-tag'],
	['cgr.dev/chainguard/python:latest', 'wolfi rolling, unknown: no-release'],
	['public.ecr.aws/lambda/python:3.9', 'amazonlinux 2, 4.14, glibc 2.26, python 3.9'],
	['public.ecr.aws/lambda/python:3.12', 'amazonlinux 2023, 6.1, glibc 2.34, python 3.12'],
	['amazon/aws-lambda-nodejs:20', 'amazonlinux 2023, 6.1, glibc 2.34, node 20'],
	['public.ecr.aws/lambda/python', 'unknown: moving-tag'],
	['mcr.microsoft.com/devcontainers/python:1-3.12-bookworm', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.12'],
	['mcr.microsoft.com/vscode/devcontainers/base:0-focal', 'ubuntu 20.04 focal, 5.4, glibc 2.31'],
	['mcr.microsoft.com/devcontainers/ruby:3.4', 'debian 13 trixie, 6.12, glibc 2.41'],
	['mcr.microsoft.com/vscode/devcontainers/ruby:2.5', 'unknown: moving-tag'],
	['mcr.microsoft.com/devcontainers/go:1.18', 'unknown: moving-tag'],
	['mcr.microsoft.com/devcontainers/go:1.18-bullseye', 'debian 11 bullseye, 5.10, glibc 2.31'],
	['osrf/ros:noetic-desktop-full', 'ubuntu 20.04 focal, 5.4, glibc 2.31'],
	['osrf/ros:kinetic-desktop-jessie', 'debian 8 jessie, 3.16, glibc 2.19'],
	['osrf/ros:lunar-desktop', 'unknown: moving-tag'],
	['osrf/ros:rolling-desktop-noble', 'ubuntu 24.04 noble, 6.8, glibc 2.39'],
	['mcr.microsoft.com/dotnet/sdk:8.0', 'debian 12 bookworm, 6.1, glibc 2.36'],
	['mcr.microsoft.com/dotnet/aspnet:5.0', 'debian 10 buster, 4.19, glibc 2.28'],
	['mcr.microsoft.com/dotnet/runtime:8.0-jammy-chiseled', 'ubuntu 22.04 jammy, 5.15, glibc 2.35'],
	['mcr.microsoft.com/dotnet/runtime:8.0-alpine', 'unknown: unlisted-tag'],
	['mcr.microsoft.com/dotnet/runtime:8.0-nanoserver-1809', 'unknown: windows'],
	['mcr.microsoft.com/windows/servercore:ltsc2019', 'unknown: windows'],
	['mcr.microsoft.com/playwright:v1.40.0-jammy', 'ubuntu 22.04 jammy, 5.15, glibc 2.35'],
	['nvidia/cuda:11.8.0-devel-ubuntu22.04', 'ubuntu 22.04 jammy, 5.15, glibc 2.35'],
	['nvcr.io/nvidia/cuda:12.0.0-base-rockylinux8', 'rocky 8, 4.18 rhel8, glibc 2.28'],
	['pytorch/pytorch:2.0.1-cuda11.7-cudnn8-runtime', 'unknown: no-release'],
	['bitnami/python:3.9.1-debian-10-r2', 'debian 10 buster, 4.19, glibc 2.28, python 3.9.1'],
	['ghcr.io/astral-sh/uv:python3.12-bookworm-slim', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.12'],
	['ghcr.io/astral-sh/uv:0.4.9', 'unknown: scratch'],
	['registry.suse.com/suse/sle15:15.4', 'sles 15.4, 5.14, glibc 2.31'],
	['opensuse/leap:15.5', 'opensuse-leap 15.5, 5.14, glibc 2.31'],
	['opensuse/tumbleweed', 'opensuse-tumbleweed rolling, unknown: no-release'],
] as const;

/** What tags meant on days gone by. */
const past = [
	['python:3.12', '2025-08-11', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.12'],
	['python:3.12', '2025-08-12', 'debian 13 trixie, 6.12, glibc 2.41, python 3.12'],
	['python:3.12.11', '2025-08-01', 'debian 12 bookworm, 6.1, glibc 2.36, python 3.12.11'],
	['python:3', '2019-01-01', 'debian 9 stretch, 4.9, glibc 2.24, python 3.7'],
	['node', '2023-11-01', 'debian 12 bookworm, 6.1, glibc 2.36, node 21'],
	['centos', '2016-01-01', 'centos 7, 3.10 rhel7, glibc 2.17'],
	['amazonlinux', '2020-01-01', 'amazonlinux 2, 4.14, glibc 2.26'],
	['alpine', '2019-02-01', 'alpine 3.9, 4.19, musl 1.1.20'],
	['debian:stable', '2022-01-01', 'debian 11 bullseye, 5.10, glibc 2.31'],
	['debian:sid', '2022-01-01', 'debian sid, unknown: moving-tag'],
	['continuumio/miniconda3', '2022-01-01', 'debian 10 buster, 4.19, glibc 2.28'],
	['continuumio/miniconda3', '2020-01-01', 'unknown: moving-tag'],
] as const;

suite('resolving images', () => {
	let resolve: Resolve;

	suiteSetup(async () => {
		resolve = await realResolver();
	});

	for (const [reference, expected] of today) {
		test(`${reference.slice(0, 60)} is ${expected}`, () => {
			assert.equal(inWords(resolve(reference)), expected);
		});
	}

	for (const [reference, day, expected] of past) {
		test(`${reference} was ${expected} on ${day}`, () => {
			assert.equal(inWords(resolve(reference, day)), expected);
		});
	}

	test('has the form that the command line prints', () => {
		assert.deepEqual(resolve('python:3.9-slim-buster'), {
			reference: { registry: 'docker.io', repository: 'library/python', tag: '3.9-slim-buster', digest: null },
			distro: { id: 'debian', version: '10', codename: 'buster' },
			kernel: { release: '4.19', vendor: null },
			libc: { name: 'glibc', version: '2.28' },
			interpreter: { name: 'python', version: '3.9' },
			endOfLife: '2024-06-30',
			unknown: null,
		});
	});
});

suite('own images', () => {
	let resolve: Resolve;
	const own = {
		'registry.corp/base': 'ubi8',
		'registry.corp/base:old': 'centos:6',
		'registry.corp/minor': 'rhel8.6',
		'team/app': 'ubuntu-22.04',
		'team/py': 'python:3.9-buster',
		'team/loop': 'team/loop',
		'team/leap': 'leap15.5',
		'team/odd': 'nonsense 1',
		'': 'debian:11',
	};

	suiteSetup(async () => {
		resolve = await realResolver();
	});

	for (const [reference, expected] of [
		['registry.corp/base', 'rhel 8, 4.18 rhel8, glibc 2.28'],
		['registry.corp/base:7', 'rhel 8, 4.18 rhel8, glibc 2.28'],
		['registry.corp/base:old', 'centos 6, 2.6.32 rhel6, glibc 2.12'],
		['registry.corp/minor', 'rhel 8, 4.18 rhel8.6, glibc 2.28'],
		['team/app:1', 'ubuntu 22.04 jammy, 5.15, glibc 2.35'],
		['team/py', 'debian 10 buster, 4.19, glibc 2.28, python 3.9'],
		['team/loop', 'unknown: unlisted-image'],
		['team/leap', 'opensuse-leap 15.5, 5.14, glibc 2.31'],
		['team/odd', 'unknown: invalid-reference'],
		['registry.corp/other', 'unknown: unlisted-image'],
	] as const) {
		test(`${reference} is ${expected}`, () => {
			const image = resolve(reference, undefined, own);
			assert.equal(inWords(image), expected);
			assert.equal(image.reference?.tag, reference.split(':')[1] ?? 'latest');
		});
	}
});
